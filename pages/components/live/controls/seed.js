// A seed and a button for the next one. A seed is a whole number of 64 bits, too long for a number here: it is a text.

import { setValue } from "../sync/page_state.js";
import { typedBox } from "./exact.js";
import { frame, make } from "./frame.js";

const LAST = 2n ** 64n - 1n;

export function seed(place, control, S) {
  const typed = typedBox(control, S, () => note, { parse, write: String, mode: "numeric", width: "13em" });
  const next = make("button", { type: "button", className: "next", textContent: control.next });
  next.onclick = () => {
    setValue(S.page, S, control.name, String((BigInt(S.page.values[control.name]) + 1n) % (LAST + 1n)));
  };
  const note = frame(place, control, { id: typed.box.id, beside: [typed.box, next] });
  return { note, show: typed.show };
}

function parse(text) {
  return /^\d{1,20}$/.test(text) && BigInt(text) <= LAST ? String(BigInt(text)) : undefined;
}
