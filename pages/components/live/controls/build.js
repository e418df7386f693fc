// The controls of a live view: one for each element [data-control] in its HTML, as Python describes it in S.data.controls.

import { choice } from "./choice.js";
import { make } from "./frame.js";
import { number } from "./number.js";
import { slider } from "./slider_control.js";
import { seed } from "./seed.js";
import { toggle } from "./toggle.js";
import { word } from "./word.js";

const KINDS = { choice, number, seed, slider, toggle, word };

/** Build them, or build them anew where Python describes them otherwise. */
export function buildControls(S) {
  const described = JSON.stringify(S.data.controls);
  if (S.described === described) return;
  S.described = described;
  S.controls = {};
  const names = Object.keys(S.data.controls);
  S.root.querySelector("[data-controls]")?.replaceChildren(...names.map(placeFor)); // a place for each
  for (const place of S.root.querySelectorAll("[data-control]")) {
    const control = S.data.controls[place.dataset.control];
    place.hidden = !control;
    if (!control) continue; // a page that shows this view without it
    place.classList.add("control-box", control.kind);
    S.controls[control.name] = KINDS[control.kind](place, control, S);
  }
}

function placeFor(name) {
  const place = make("div");
  place.dataset.control = name;
  return place;
}

/** Show the values that the page has now, and what was refused of them. */
export function showControls(S) {
  for (const [name, { show, note }] of Object.entries(S.controls)) {
    show(S.page.values[name]);
    note.tell(S.page.refused[name] ?? S.now.remarks?.[name] ?? "");
  }
}
