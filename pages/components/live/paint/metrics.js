// What stands beside pictures as text: numbers with name and unit, and names that a model invents. Unchanged text is not written.

import { write } from "./canvas.js";
import { decimals } from "./format.js";

/** Put a cell for each number into a list (dl.numbers): { name, label, unit, digits, help }. A click, a tap or Enter on its label
 *  tells its help in the element `help`. */
export function makeNumbers(list, numbers, help) {
  list.replaceChildren(
    ...numbers.map(({ name, label, unit, digits, help: text }) => {
      const explain = make("button", label),
        cell = make("div", make("dt", explain), make("dd", make("b"), " ", make("small", unit)));
      Object.assign(explain, { type: "button", title: text, onclick: () => write(help, text) || write(help, "") });
      Object.assign(cell.dataset, { name, digits });
      return cell;
    }),
  );
}

/** Show their values, by their names. */
export function writeNumbers(list, values) {
  for (const { dataset, lastChild } of list.children)
    write(lastChild.firstChild, decimals(values[dataset.name], +dataset.digits));
}

/** Show names (ids, and whether one was cut) in the items of a list. A letter that is another one in `before` (ids) is marked. */
export function showNames(list, names, before, labels) {
  names.forEach(({ ids, cut }, j) => {
    const item = list.children[j],
      key = `${ids}${cut}`;
    if (item.shown === key) return; // what is unchanged needs no new layout
    item.shown = key;
    const letters = ids.map((id, i) => (id === before[j][i] ? labels[id] : make("mark", labels[id])));
    if (!cut && ids.length < before[j].length) letters.push(make("mark", ".")); // it ends where it went on before
    item.replaceChildren(...letters, cut ? "…" : ids.length ? "" : " (empty)");
  });
}

/** Names in one line, as text. */
export function writeNames(element, names, labels) {
  const textOf = ({ ids, cut }) => (ids.map((id) => labels[id]).join("") || "(empty)") + (cut ? "…" : "");
  write(element, names.map(textOf).join(" "));
}

function make(tag, ...inside) {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
}
