// The way between a page's state and Python: what Python knows comes with `data`, and a release goes back. Streamlit sends
// the last release along with every message of the tab. A small component of its own: it is sent anew on every run.

export default function ({ parentElement, data, setStateValue }) {
  const links = (globalThis.bigramLabLinks ??= new Map()),
    link = links.get(data.page) ?? {};
  links.set(data.page, link);
  Object.assign(link, { parentElement, data, send: (release) => setStateValue("release", release) });
  link.hear?.();
  return () => {
    if (link.parentElement === parentElement) link.send = null; // else the next element is here already
  };
}
