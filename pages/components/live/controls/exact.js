// The exact value of a number: a box to type into. Enter or leaving it sets the value, Escape gives up.

import { setValue } from "../sync/page_state.js";
import { make, newId } from "./frame.js";

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** The box of a number, with `show(value)`; `note` is where it says what it refuses. */
export function exactBox(control, S, note) {
  const parse = (text) => parseNumber(text, control);
  return typedBox(control, S, note, { parse, write: showNumber, mode: "decimal", width: "6.5em" });
}

/** A box for what is typed: `parse(text)` gives the value or undefined, `write(value)` the text of a value. */
export function typedBox(control, S, note, { parse, write, mode = "text", width }) {
  const { name, label, expected } = control;
  const box = make("input", { type: "text", className: "exact", id: newId(), inputMode: mode, spellcheck: false });
  Object.assign(box, { autocomplete: "off", enterKeyHint: "done" });
  box.setAttribute("aria-label", control.kind === "slider" ? `${label}: exact value` : label);
  if (width) box.style.width = width;
  let shown = "",
    edited = false;
  const giveUp = () => {
    edited = false;
    box.value = shown;
    note().refuse("");
  };
  const take = () => {
    edited = false;
    if (box.value === shown) return note().refuse("");
    const value = parse(box.value.trim());
    if (value === undefined) {
      const got = box.value.trim().slice(0, 160) || "nothing";
      box.value = shown;
      return note().refuse(`${name} must be ${expected}, got ${got}: ${shown} stays`);
    }
    note().refuse("");
    box.value = shown = write(value);
    return setValue(S.page, S, name, value);
  };
  box.oninput = () => (edited = true);
  box.onchange = take;
  box.onkeydown = (event) => {
    if (event.key === "Enter") take();
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

/** A number as people write it, within the limits; undefined where it is none. */
export function parseNumber(text, { low, high, whole }) {
  const plain = /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text;
  const value = NUMBER.test(plain) ? Number(plain) : NaN;
  return value >= low && value <= high && (!whole || Number.isInteger(value)) ? value : undefined;
}

/** A number in full, never as 1e-7. */
export function showNumber(value) {
  const text = String(value);
  return text.includes("e") ? value.toLocaleString("en", { maximumSignificantDigits: 17, useGrouping: false }) : text;
}
