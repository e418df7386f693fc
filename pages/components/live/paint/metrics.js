// Texts beside pictures: numbers with name and unit, and names that a model invents. Unchanged text is not written
// again.

import { write } from "./canvas.js";
import { decimals } from "./format.js";
import { clusters, isolated, joined } from "./letters.js";

/** Put a cell for each number into a list (dl.numbers). A click, a tap or Enter on its label shows its help in the
 *  element `help`; the next one hides it.
 * @param {Element} list @param {[name: string, label: string, unit: string, digits: number, help: string][]} numbers
 * @param {Element} help */
export function makeNumbers(list, numbers, help) {
  list.replaceChildren(
    ...numbers.map(([name, label, unit, digits, text]) => {
      const explain = make("button", label),
        cell = make("div", make("dt", explain), make("dd", make("b"), " ", make("small", unit)));
      Object.assign(explain, { type: "button", title: text, onclick: () => write(help, text) || write(help, "") });
      Object.assign(cell.dataset, { name, digits });
      /** @type {HTMLElement} */ (cell.lastChild).translate = false;
      return cell;
    }),
  );
}

/** Show their values, by their names. @param {Element} list @param {Object<string, number>} values */
export function writeNumbers(list, values) {
  for (const { dataset, lastChild } of /** @type {Iterable<HTMLElement>} */ (list.children))
    write(lastChild.firstChild, decimals(values[dataset.name], +dataset.digits));
}

/** A name that a model invents: the ids of its letters, and whether it was cut.
 * @typedef {{ ids: number[], cut: boolean }} Name */

/** Show names in the items of a list, each as it is read. A letter that is different in `before` (the ids of each name)
 *  is marked, with those that stand in one form with it.
 * @param {Element} list @param {Name[]} names @param {number[][]} before @param {string[]} labels */
export function showNames(list, names, before, labels) {
  names.forEach(({ ids, cut }, j) => {
    const item = /** @type {Element & { shown?: string }} */ (list.children[j]),
      key = `${ids}${cut}`;
    if (item.shown === key) return; // what is unchanged needs no new layout
    item.shown = key;
    const letters = clusters(ids.map((id) => labels[id])).map(({ text, at, length }) =>
      ids.slice(at, at + length).every((id, i) => id === before[j][at + i]) ? text : make("mark", text),
    );
    if (!cut && ids.length < before[j].length) letters.push(make("mark", ".")); // it ends earlier than before
    item.replaceChildren(make("bdi", ...letters, cut ? "…" : ids.length ? "" : " (empty)"));
  });
}

/** Names in one line, as text. @param {Element} element @param {Name[]} names @param {string[]} labels */
export function writeNames(element, names, labels) {
  const textOf = ({ ids, cut }) => (joined(ids.map((id) => labels[id])) || "(empty)") + (cut ? "…" : "");
  write(element, inLine(names.map(textOf)));
}

/** Names with a space between them, from left to right, each as it is read. @param {string[]} names */
export function inLine(names) {
  return names.map(isolated).join(" ");
}

function make(tag, ...inside) {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
}
