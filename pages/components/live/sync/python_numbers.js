// What Python sends to a view on every run: numbers, names and so on. It is a small component of its own: the pictures,
// their code and their data are in components whose message never changes, and are sent once.

export default function ({ data }) {
  const heard = (globalThis.bigramLabNumbers ??= new Map()),
    view = heard.get(data.key) ?? {};
  heard.set(data.key, view);
  view.data = data;
  view.hear?.();
}
