// The connection between a page's state and Python: Python's values come in `data`, releases go back. Streamlit repeats
// the last release in every message of the tab. It is a small component of its own, because it is sent on every run.

export default function ({ parentElement, data, setStateValue }) {
  const links = (globalThis.bigramLabLinks ??= new Map()),
    link = links.get(data.page) ?? {};
  links.set(data.page, link);
  Object.assign(link, { parentElement, data, send: (release) => setStateValue("release", release) });
  link.hear?.();
  return () => {
    if (link.parentElement === parentElement) link.send = null; // if not, the next element has taken its place
  };
}
