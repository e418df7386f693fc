// The controls of a live view, as Python describes them in S.data.controls: one in each element [data-control] of its
// HTML. An element [data-controls] takes all of them.

import { choice } from "./choice.js";
import { make } from "./frame.js";
import { number } from "./number.js";
import { slider } from "./slider.js";
import { seed } from "./seed.js";
import { toggle } from "./toggle.js";
import { word } from "./word.js";

const KINDS = { choice, number, seed, slider, toggle, word };

/** Build the controls; build them again if Python describes them differently. @param {Object<string, any>} S */
export function buildControls(S) {
  const described = JSON.stringify(S.data.controls);
  if (S.described === described) return;
  S.described = described;
  S.controls = {};
  const names = Object.keys(S.data.controls);
  S.root.querySelector("[data-controls]")?.replaceChildren(...names.map(placeFor));
  for (const place of S.root.querySelectorAll("[data-control]")) {
    const control = S.data.controls[place.dataset.control];
    place.hidden = !control;
    if (!control) continue; // this page shows the view without this control
    place.classList.add("control-box", control.kind);
    S.controls[control.name] = KINDS[control.kind](place, control, S);
  }
}

/** @param {string} name */
function placeFor(name) {
  const place = make("div");
  place.dataset.control = name;
  return place;
}

/** Show the page's values, and what was refused of them. @param {Object<string, any>} S */
export function showControls(S) {
  for (const [name, { show, note }] of Object.entries(S.controls)) {
    show(S.page.values[name]);
    note.tell(S.page.refused[name] ?? S.now.remarks?.[name] ?? "");
  }
}
