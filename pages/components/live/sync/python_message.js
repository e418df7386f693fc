// What Python sends on every run: to the state of a page its values, for which releases go back, and to a view its numbers.
// It is a small component of its own: the pictures, their code and their data are in components whose message never
// changes, and are sent once. Streamlit repeats the last release in every message of the tab.

export default function ({ parentElement, data, setStateValue }) {
  const name = data.page ? "bigramLabLinks" : "bigramLabNumbers",
    key = data.page ?? data.key,
    heard = (globalThis[name] ??= new Map()),
    link = heard.get(key) ?? {};
  heard.set(key, link);
  Object.assign(link, { parentElement, data, send: (release) => setStateValue("release", release) });
  link.hear?.();
  return () => {
    if (link.parentElement === parentElement) link.send = null; // if not, the next element has taken its place
  };
}
