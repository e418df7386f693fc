// A box for a word, or for several with spaces between them. Python checks them: it knows the letters of the list.

import { typedBox } from "./exact.js";
import { frame } from "./frame.js";

export function word(place, control, S) {
  const typed = typedBox(control, S, () => note, { parse: (text) => text, write: String, width: control.width });
  const note = frame(place, control, { id: typed.box.id, beside: [typed.box] });
  return { note, show: typed.show };
}
