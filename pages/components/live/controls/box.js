// Boxes to type into: a number, a seed, a word. Enter, or leaving the box, sets the value; Escape takes back what was typed.

import { fill } from "../paint/format.js";
import { move, release, releaseSoon, setValue } from "../sync/page_state.js";
import { make } from "../paint/elements.js";
import { frame, newId } from "./frame.js";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const LAST_SEED = 2n ** 64n - 1n;

/** @typedef {import("./frame.js").Control} Control */
/** @typedef {import("./frame.js").Note} Note */
/** @typedef {import("../sync/live_view.js").ViewState} ViewState */

/** A number without a slider. */
export function number(place, control, S) {
  const exact = exactBox(control, S, () => note),
    unit = make("span", { className: "unit", textContent: control.unit });
  const note = frame(place, control, { id: exact.box.id, beside: [exact.box, unit] });
  return { note, show: exact.show };
}

/** A seed and a button for the next one. A seed is a whole number of 64 bits, too long for a number here: it is a text. */
export function seed(place, control, S) {
  const parse = (text) => (/^\d{1,20}$/.test(text) && BigInt(text) <= LAST_SEED ? String(BigInt(text)) : undefined);
  const typed = typedBox(control, S, () => note, { parse, write: String, mode: "numeric", width: "13em" });
  const next = make("button", { type: "button", className: "next", textContent: control.next });
  next.onclick = () =>
    setValue(S.page, S, control.name, String((BigInt(S.page.values[control.name]) + 1n) % (LAST_SEED + 1n)));
  const note = frame(place, control, { id: typed.box.id, beside: [typed.box, next] });
  return { note, show: typed.show };
}

/** A word, or several with spaces between them; a `live` one is sent as it is typed. Python checks them: it knows the
 *  letters of the list. */
export function word(place, control, S) {
  const typed = typedBox(control, S, () => note, { parse: (text) => text, write: String, width: control.width });
  const note = frame(place, control, { id: typed.box.id, beside: [typed.box] });
  return { note, show: typed.show };
}

/** The box for the exact number of a slider. `note()` gives the line that says what was refused.
 * @param {Control} control @param {ViewState} S @param {() => Note} note */
export function exactBox(control, S, note) {
  const parse = (text) => parseNumber(text, control);
  return typedBox(control, S, note, { parse, write: showNumber, mode: "decimal", width: "6.5em" });
}

/** A box for any value: `parse(text)` gives the value, or undefined for what it refuses; `write(value)` gives its text.
 * @param {Control} control @param {ViewState} S @param {() => Note} note
 * @param {{ parse: (text: string) => any, write: (value: any) => string, mode?: string, width?: string }} options */
function typedBox(control, S, note, { parse, write, mode = "text", width }) {
  const { name, label, exact, refused, nothing } = control;
  const box = make("input", { type: "text", className: "exact", id: newId(), inputMode: mode, spellcheck: false });
  Object.assign(box, { autocomplete: "off", enterKeyHint: "done" });
  box.setAttribute("aria-label", control.kind === "slider" ? exact : label);
  if (width) box.style.width = width;
  let shown = "",
    edited = false,
    answered = -1; // the last version that Python had answered
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
  /** While a hand types: each letter is sent; what is refused stays in the box until it is left. */
  const follow = () => {
    const value = parse(box.value.trim());
    if (value === undefined) return;
    delete S.page.refused[name]; // that was said of what stood in the box before
    if (write(value) === shown) return S.ask();
    shown = write(value);
    move(S.page, S, name, value);
    release(S.page);
  };
  box.oninput = () => {
    edited = true;
    if (control.live) follow();
  };
  box.onchange = () => take(releaseSoon); // what a click that leaves the box does comes first
  box.onblur = () => {
    if (edited) giveUp(); // what was typed has been taken back by hand: then there was no change
  };
  box.onkeydown = (event) => {
    if (event.key === "Enter") take(release);
    if (event.key === "Escape") giveUp();
  };
  return {
    box,
    show(value) {
      const text = write(value),
        changed = S.page.answered === answered; // not by Python's answer to what was typed: by Back, or by another control
      answered = S.page.answered;
      if (text === shown) return;
      shown = text;
      note().refuse(""); // that was said of a value before this one
      if (control.live && changed) edited = false;
      if (!edited) box.value = text;
    },
  };
}

/** The number that a text means, or undefined if it means none or one outside the limits. Commas between thousands are
 *  fine.
 * @param {string} text @param {{ low?: number, high?: number, whole?: boolean }} limits */
function parseNumber(text, { low, high, whole }) {
  const plain = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text;
  const value = NUMBER.test(plain) ? Number(plain) : NaN;
  return value >= low && value <= high && (!whole || Number.isInteger(value)) ? value : undefined;
}

/** A number with all its digits, never as 1e-7. @param {number} value */
export function showNumber(value) {
  const text = String(value);
  return text.includes("e") ? value.toLocaleString("en", { maximumSignificantDigits: 17, useGrouping: false }) : text;
}
