// What Python says of a view on every run: its numbers, names and the like. A component of its own, and a small one: the
// pictures, their code and their data are in components whose message never changes, and come once.

export default function ({ data }) {
  const heard = (globalThis.bigramLabNumbers ??= new Map()),
    view = heard.get(data.key) ?? {};
  heard.set(data.key, view);
  view.data = data;
  view.hear?.();
}
