// The table of counts: its state, and the events that change it. What it shows is in view.js.

import { wireCells } from "../../components/live/paint/cell_pointer.js";
import { letGo, releaseSoon, take, wait, wireSlider } from "../../components/live/sync/slider_events.js";
import { mount } from "../../components/live/sync/mount.js";
import { cellRows, savePicture, saveTable } from "../../components/live/paint/save.js";
import { stopSweep, toggleSweep } from "../../components/live/sync/animate.js";
import { makeFill, wordsAt } from "./fill.js";
import { paintView } from "./view.js";

const SHOW_MS = 18_000,
  JUMPS = [0, 1, 2, 3, 10, 100, 1000, 10_000, 20_000, 30_000]; // where motion is reduced

export default (args) => mount(args, { selector: ".counts", begin, use: useCounts, told, halt, paint: paintView });

function begin(S) {
  for (const name of ["table", "bars", "tip", "title", "scale", "key", "filling", "output", "unit", "last"])
    S[name] = S.root.querySelector(`.${name}`);
  Object.assign(S, { hover: null, playing: 0, slider: S.root.querySelector("input") });
  wireSlider(S, S.slider, (position) => countTo(S, position));
  for (const button of S.root.querySelectorAll("[data-by]"))
    button.onclick = () => (countTo(S, S.owned.values.first + +button.dataset.by), releaseSoon(S));
  S.root.querySelector(".play").onclick = ({ target }) => toggleSweep(S, target, { ms: SHOW_MS, ...show(S) });
  S.root.querySelector(".png").onclick = () =>
    savePicture(S.root, { name: "bigrams", title: `Bigram Lab: ${location.href}`, theme: S.theme });
  S.root.querySelector(".csv").onclick = () => saveTable(cellRows(S.data.labels, S.counts, S.probs), "bigrams");
  wireCells(S, S.table, (row) => {
    if (S.data.ends.includes(row)) return; // nothing follows an end
    stopSweep(S);
    take(S);
    S.owned.values.row = row;
    letGo(S);
  });
}

function useCounts(S) {
  const { counts, labels, words } = S.data;
  S.size = labels.length;
  S.fill = words && makeFill(words, S.size);
  Object.assign(S, { counts, counted: null, hover: null });
  S.filling.hidden = !words;
  if (words) S.slider.max = S.fill.words;
}

function countTo(S, words) {
  stopSweep(S);
  take(S);
  S.owned.values.first = Math.min(S.fill.words, Math.max(0, words));
}

/** From an empty table to all names, or, where motion is reduced, in a few steps. */
function show(S) {
  const set = (words) => (S.owned.values.first = Math.min(words, S.fill.words));
  return {
    set: (share) => set(wordsAt(share, S.fill.words)),
    jump: (share) => set(JUMPS[Math.floor(share * JUMPS.length)]),
  };
}

/** Python has said something: another number than before, typed or gone back to, ends the show. */
function told(S, before, answer) {
  if (S.playing && !answer && S.owned.python.first !== before.first) stopSweep(S);
}

/** Nothing moves by itself any more. */
function halt(S) {
  stopSweep(S);
  wait(S);
}
