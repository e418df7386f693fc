// A slider over a scale, with marks below it, and a box for its exact number.

import { positionOf, valueAt } from "../model/scale.js";
import { brief } from "../paint/format.js";
import { giveBack, move, release, releaseSoon, setValue } from "../sync/page_state.js";
import { exactBox, showNumber } from "./box.js";
import { make } from "../paint/elements.js";
import { frame } from "./frame.js";

export function slider(place, control, S) {
  const { name, label, unit, scale } = control;
  const range = make("input", { type: "range", min: 0, max: scale.last, step: 1 });
  range.setAttribute("aria-label", label);
  const exact = exactBox(control, S, () => note),
    unitText = make("span", { className: "unit", textContent: unit }),
    marks = make("div", { className: "stops" }, ...scale.marks.map((mark) => markOf(mark, control, S)));
  const note = frame(place, control, { id: exact.box.id, beside: [exact.box, unitText], below: [range, marks] });
  wireRange(range, S, (position) => {
    note.refuse("");
    move(S.page, S, name, valueAt(scale, position));
  });
  return {
    note,
    range,
    show(value) {
      exact.show(value);
      const position = String(Math.round(positionOf(scale, value)));
      if (range.value !== position) range.value = position;
      const text = `${showNumber(value)} ${unit}`.trim();
      if (range.getAttribute("aria-valuetext") !== text) range.setAttribute("aria-valuetext", text);
    },
  };
}

/** A button below the slider that sets a value; it is at the value's position. */
function markOf(value, { name, label, scale }, S) {
  const button = make("button", { type: "button", textContent: brief(value) });
  button.style.setProperty("--at", String(positionOf(scale, value) / scale.last));
  button.title = `Set ${label} to ${value.toLocaleString("en", { maximumSignificantDigits: 6 })}`;
  button.onclick = () => setValue(S.page, S, name, value);
  return button;
}

/** The events of a slider: `moved(position)` for each move by pointer, by key or by what helps to use the page (it sends
 *  neither), and one release at the end.
 * @param {HTMLInputElement} range @param {import("../sync/live_view.js").ViewState} S @param {(position: number) => void} moved */
export function wireRange(range, S, moved) {
  let pressed = false;
  range.oninput = () => moved(+range.value);
  range.onpointerdown = () => void (pressed = true);
  range.onchange = () => pressed || releaseSoon(S.page);
  range.onpointerup = () => {
    pressed = false;
    setTimeout(() => pressed || release(S.page)); // after the last input event
  };
  range.onpointercancel = () => {
    pressed = false; // a finger that scrolls the page began on the slider: not meant as a drag
    giveBack(S.page);
  };
}
