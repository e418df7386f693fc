// The table of counts: its state, and the events that change it. What it shows is in view.js.

import { tableOf, wireCells } from "../../components/live/paint/cell_pointer.js";
import { wireRange } from "../../components/live/controls/slider.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { move, releaseSoon, setValue } from "../../components/live/sync/page_state.js";
import { pairRows, wireSave } from "../../components/live/paint/save.js";
import { stopAnimation, toggleAnimation } from "../../components/live/sync/animation.js";
import { makeFill, wordsAt } from "./word_by_word.js";
import { paintView } from "./view.js";

const SHOW_MS = 18_000,
  JUMPS = [0, 1, 2, 3, 10, 100, 1000, 10_000, 20_000, 30_000]; // where motion is reduced

export default (args) =>
  mountView(args, { selector: ".counts", begin, use: useCounts, halt: stopAnimation, paint: paintView });

function begin(S) {
  findElements(S, "table bars tip title scale most key unit last");
  Object.assign(S, { hover: null, slider: S.root.querySelector(".first") });
  wireRange(S.slider, S, (position) => countTo(S, position));
  for (const button of S.root.querySelectorAll("[data-by]"))
    button.onclick = () => (countTo(S, S.page.values.first + +button.dataset.by), releaseSoon(S.page));
  S.root.querySelector(".play").onclick = ({ target }) => toggleAnimation(S, target, { ms: SHOW_MS, ...show(S) });
  const rows = () => pairRows(S.data.labels, { count: S.counts, prob: S.probs });
  wireSave(S, { name: () => "bigrams", title: () => S.data.texts.title, rows });
  const choose = (row) => S.data.ends.includes(row) || setValue(S.page, S, "row", S.data.rows.indexOf(row)); // nothing follows an end
  wireCells(S.table, { ...tableOf(S, choose), row: () => S.row });
}

function useCounts(S) {
  const { counts, labels, words } = S.data;
  S.size = labels.length;
  S.fill = words && makeFill(S.data, S.size);
  Object.assign(S, { counts, counted: null, hover: null });
  if (words) S.slider.max = S.fill.words;
}

function countTo(S, words) {
  S.controls.first.note.refuse("");
  move(S.page, S, "first", Math.min(S.fill.words, Math.max(0, words)));
}

/** From an empty table to all names, or, where motion is reduced, in a few steps. */
function show(S) {
  const { words } = S.fill;
  return {
    set: (share) => ({ first: wordsAt(share, words) }),
    jumps: [...JUMPS.filter((jump) => jump < words), words].map((first) => ({ first })),
  };
}
