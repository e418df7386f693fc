// Numbers in a list (dl.numbers), each with its name and unit; a click, a tap or Enter on the name says what it is.

import { write } from "./canvas.js";

/** Put a cell for each number into the list: { name, label, unit, digits, help }. Its help is told in the element `help`. */
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
  for (const cell of list.children)
    write(cell.querySelector("b"), inDigits(values[cell.dataset.name], +cell.dataset.digits));
}

/** A number with its decimals; infinity comes from Python as text, as JSON has none; null is no number at all. */
export function inDigits(value, digits) {
  if (value === null) return "–";
  if (value === "inf" || value === Infinity) return "∞";
  if (value === "-inf" || value === -Infinity) return "−∞";
  return Math.abs(value) < 1e6 ? value.toFixed(digits) : value.toExponential(3); // a loss that has run away
}

function make(tag, ...inside) {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
}
