// Texts beside pictures: numbers with name and unit, and names that a model invents. Unchanged text is not written
// again.

import { write } from "./canvas.js";
import { make } from "./elements.js";
import { decimals } from "./format.js";
import { clusters, isolated, joined } from "./letters.js";

/** Put a cell for each number into a list (dl.numbers). A click, a tap or Enter on its label shows its help in the
 *  element `help`; the next one hides it.
 * @param {Element} list @param {[name: string, label: string, unit: string, digits: number, help: string][]} numbers
 * @param {Element} help */
export function makeNumbers(list, numbers, help) {
  list.replaceChildren(
    ...numbers.map(([name, label, unit, digits, text]) => {
      const onclick = () => write(help, text) || write(help, ""),
        explain = make("button", { type: "button", title: text, onclick }, label),
        value = make("dd", { translate: false }, make("b"), " ", make("small", {}, unit)),
        cell = make("div", {}, make("dt", {}, explain), value);
      Object.assign(cell.dataset, { name, digits });
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

/** What a view has of texts: the labels of its letters, and the texts that all views share.
 * @typedef {{ labels: string[], shared: Object<string, string> }} Data */

/** Show names in the items of a list, each as it is read. A letter that is different in `before` (the ids of each name)
 *  is marked, with those that stand in one form with it.
 * @param {Element} list @param {Name[]} names @param {number[][]} before @param {Data} data */
export function showNames(list, names, before, { labels, shared }) {
  names.forEach(({ ids, cut }, j) => {
    const item = /** @type {Element & { shown?: string }} */ (list.children[j]),
      key = `${ids}${cut}`;
    if (item.shown === key) return; // what is unchanged needs no new layout
    item.shown = key;
    const letters = clusters(ids.map((id) => labels[id])).map(({ text, at, length }) =>
      ids.slice(at, at + length).every((id, i) => id === before[j][at + i]) ? text : make("mark", {}, text),
    );
    if (!cut && ids.length < before[j].length) letters.push(make("mark", {}, ".")); // it ends earlier than before
    item.replaceChildren(make("bdi", {}, ...letters, cut ? "…" : ids.length ? "" : ` ${shared.empty}`));
  });
}

/** Write names in one line. @param {Element} element @param {Name[]} names @param {Data} data */
export function writeNames(element, names, data) {
  const textOf = ({ ids, cut }) => joined(ids.map((id) => data.labels[id])) + (cut ? "…" : "");
  writeWords(element, names.map(textOf), data);
}

/** Write words in one line, from left to right, each as it is read. @param {Element} element @param {string[]} words
 * @param {{ shared: Object<string, string> }} data */
export function writeWords(element, words, { shared }) {
  write(element, words.map((word) => isolated(word || shared.empty)).join(" "));
}
