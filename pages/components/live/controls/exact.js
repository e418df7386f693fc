// A box to type an exact value into. Enter, or leaving the box, sets the value; Escape takes back what was typed.

import { fill } from "../paint/fill.js";
import { move, release, releaseSoon } from "../sync/page_state.js";
import { make, newId } from "./frame.js";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** @typedef {import("./frame.js").Control} Control */
/** @typedef {import("./frame.js").Note} Note */

/** A box for a number. `note()` gives the line that says what was refused.
 * @param {Control} control @param {Object<string, any>} S @param {() => Note} note */
export function exactBox(control, S, note) {
  const parse = (/** @type {string} */ text) => parseNumber(text, control);
  return typedBox(control, S, note, { parse, write: showNumber, mode: "decimal", width: "6.5em" });
}

/** A box for any value: `parse(text)` gives the value, or undefined for what it refuses; `write(value)` gives its text.
 * @param {Control} control @param {Object<string, any>} S @param {() => Note} note
 * @param {{ parse: (text: string) => any, write: (value: any) => string, mode?: string, width?: string }} options */
export function typedBox(control, S, note, { parse, write, mode = "text", width }) {
  const { name, label, exact, refused, nothing } = control;
  const box = make("input", { type: "text", className: "exact", id: newId(), inputMode: mode, spellcheck: false });
  Object.assign(box, { autocomplete: "off", enterKeyHint: "done" });
  box.setAttribute("aria-label", control.kind === "slider" ? exact : label);
  if (width) box.style.width = width;
  let shown = "",
    edited = false;
  const giveUp = () => {
    edited = false;
    box.value = shown;
    note().refuse("");
  };
  const take = (send) => {
    edited = false;
    if (box.value === shown) return note().refuse("");
    const value = parse(box.value.trim());
    if (value === undefined) {
      const got = box.value.trim().slice(0, 160) || nothing;
      box.value = shown;
      return note().refuse(fill(refused, { got, shown }));
    }
    note().refuse("");
    box.value = shown = write(value);
    move(S.page, S, name, value);
    return send(S.page);
  };
  box.oninput = () => (edited = true);
  box.onchange = () => take(releaseSoon); // a click that leaves the box may open another page, which a message would undo
  box.onkeydown = (event) => {
    if (event.key === "Enter") take(release);
    if (event.key === "Escape") giveUp();
  };
  return {
    box,
    show(value) {
      const text = write(value);
      if (text === shown) return;
      shown = text;
      if (!edited) box.value = text;
    },
  };
}

/** The number that a text means, or undefined if it means none or one outside the limits. Commas between thousands are
 *  fine.
 * @param {string} text @param {{ low?: number, high?: number, whole?: boolean }} limits */
export function parseNumber(text, { low, high, whole }) {
  const plain = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text;
  const value = NUMBER.test(plain) ? Number(plain) : NaN;
  return value >= low && value <= high && (!whole || Number.isInteger(value)) ? value : undefined;
}

/** A number with all its digits, never as 1e-7. @param {number} value */
export function showNumber(value) {
  const text = String(value);
  return text.includes("e") ? value.toLocaleString("en", { maximumSignificantDigits: 17, useGrouping: false }) : text;
}
