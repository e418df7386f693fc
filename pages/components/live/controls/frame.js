// What every control has: a label, a help that opens, a place for the input, and a line that says what was refused.

import { make } from "../paint/elements.js";

let count = 0;

/** What Python says of a control, see controls/__init__.py; each kind has fields of its own as well.
 * @typedef {{ kind: string, name: string, label: string, help: string, low?: number, high?: number, whole?: boolean,
 *   [field: string]: any }} Control */

/** The line of a control that says what was refused. @typedef {ReturnType<typeof frame>} Note */

/** Build the frame in `place`: the label of the input that has this `id`, with elements `beside` it on one line, and
 *  elements `below` that line. Without an id the label is plain text. Returns two functions that show what was refused.
 * @param {Element} place @param {Control} control @param {{ id?: string, beside?: Node[], below?: Node[] }} parts */
export function frame(place, { label, help, about }, { id, beside = [], below = [] }) {
  let own = false; // the refusal on the screen is one of the browser
  const note = make("p", { className: "refused", role: "status" });
  const line = make("div", { className: "line" });
  line.append(
    make(id ? "label" : "span", id ? { htmlFor: id } : {}, label),
    ...beside,
    ...(help ? helpOf(help, about) : []),
  );
  place.replaceChildren(line, ...below, note);
  return {
    /** Show a refusal of Python; one of the browser stays until the next good value. @param {string} text */
    tell(text) {
      if (own || note.textContent === text) return;
      note.textContent = text;
    },
    /** Show a refusal of the browser; "" takes it back. @param {string} text */
    refuse(text) {
      own = text !== "";
      note.textContent = text;
    },
  };
}

/** An id that no other element has. */
export function newId() {
  count += 1;
  return `control-${count}`;
}

/** The button "?" and the text that it opens. @param {string} help @param {string} about what the button is called */
function helpOf(help, about) {
  const text = make("span", { className: "help-text", role: "tooltip", id: newId(), hidden: true, textContent: help });
  const button = make("button", { type: "button", className: "help-button", textContent: "?", title: help });
  button.setAttribute("aria-label", about);
  button.setAttribute("aria-describedby", text.id);
  button.onclick = () => (text.hidden = !text.hidden);
  button.onblur = () => (text.hidden = true);
  button.onkeydown = (event) => event.key === "Escape" && (text.hidden = true);
  return [button, text];
}
