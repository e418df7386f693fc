// Names that a model invents, in a list: each letter that differs from what another model gives is marked.

import { write } from "./canvas.js";

/** Show names (ids, and whether one was cut) in the items of a list. `before` are the ids they are compared with. */
export function showNames(list, names, before, labels) {
  names.forEach(({ ids, cut }, j) => {
    const item = list.children[j],
      key = `${ids}${cut}`;
    if (item.shown === key) return; // what is unchanged needs no new layout
    item.shown = key;
    const letters = ids.map((id, i) => (id === before[j][i] ? labels[id] : changed(labels[id])));
    if (!cut && ids.length < before[j].length) letters.push(changed(".")); // it ends where it went on before
    item.replaceChildren(...letters, cut ? "…" : ids.length ? "" : " (empty)");
  });
}

/** Names in one line, as text. */
export function writeNames(element, names, labels) {
  write(
    element,
    names.map(({ ids, cut }) => (ids.map((id) => labels[id]).join("") || "(empty)") + (cut ? "…" : "")).join(" "),
  );
}

function changed(text) {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}
