// A word, or a few with spaces between them. Python says what it can use: it knows the letters of the list.

import { typedBox } from "./exact.js";
import { frame } from "./frame.js";

export function word(place, control, S) {
  const typed = typedBox(control, S, () => note, { parse: (text) => text, write: String, width: control.width });
  const note = frame(place, control, { id: typed.box.id, beside: [typed.box] });
  return { note, show: typed.show };
}
