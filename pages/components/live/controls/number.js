// A number without a slider: a box to type into.

import { exactBox } from "./exact.js";
import { frame, make } from "./frame.js";

export function number(place, control, S) {
  const exact = exactBox(control, S, () => note),
    unit = make("span", { className: "unit", textContent: control.unit });
  const note = frame(place, control, { id: exact.box.id, beside: [exact.box, unit] });
  return { note, show: exact.show };
}
