// The live table: its state, and the events that change it. What it shows is in view.js.

import { tableOf, wireCells } from "../paint/cell_pointer.js";
import { openChanged, watchFolds } from "../paint/folds.js";
import { makeNumbers } from "../paint/metrics.js";
import { largest, sampleWord, smoothedProbs } from "../model/model.js";
import { findElements, mountView } from "../sync/live_view.js";
import { setValue } from "../sync/page_state.js";
import { pairRows, wireSave } from "../paint/save.js";
import { valueBetween } from "../model/scale.js";
import { stopAnimation, toggleAnimation } from "../sync/animation.js";
import { totalAndZeros } from "./caption.js";
import { paintView } from "./view.js";

const SWEEP_MS = 6000; // from 0 to a million fake counts

export default (args) => mountView(args, { selector: ".live", begin, use: useTables, halt: stopAnimation, paint });

function paint(S) {
  openChanged(S);
  paintView(S);
}

/** Wire the elements once; everything else is state. */
function begin(S) {
  const $ = (selector) => S.root.querySelector(selector);
  findElements(S, "curve zoom cells strip table bars outlines names stream numbers help tip title scale key about");
  watchFolds(S);
  const dotsOf = (canvas) =>
    Object.fromEntries(["train", "dev"].map((name) => [name, canvas.parentElement.querySelector(`.dot.${name}`)]));
  Object.assign(S, { dots: { curve: dotsOf(S.curve), zoom: dotsOf(S.zoom) }, hover: null });
  $(".animate").onclick = ({ target }) => toggleAnimation(S, target, { ms: SWEEP_MS, back: true, ...sweep(S) });
  const probs = () => smoothedProbs(S.counts.all, S.size, S.page.values.smoothing);
  wireSave(S, {
    name: () => `bigrams-smoothing-${S.page.values.smoothing}`,
    title: () => S.data.texts.title,
    places: () => S.page.values,
    rows: () => pairRows(S.data.labels, { count: S.counts.all, prob: probs() }),
  });
  const choose = (row) => setValue(S.page, S, "row", row);
  wireCells(S.table, tableOf(S, choose));
}

/** New counts or uniforms: what does not move with the smoothing is worked out here, once. */
function useTables(S) {
  const { counts, labels, uniforms, curve } = S.data;
  const size = (S.size = labels.length);
  S.counts = Object.fromEntries(Object.entries(counts).map(([part, cells]) => [part, Float64Array.from(cells)]));
  Object.assign(S, totalAndZeros(S.counts.all));
  S.unsmoothed = smoothedProbs(S.counts.all, size, 0);
  S.probs = new Float64Array(size * size);
  S.heldOut = new Float64Array(size * size);
  S.top = largest(S.unsmoothed, 1 / size); // smoothing only lowers the highest
  S.before = uniforms.own.map((row) => sampleWord(S.unsmoothed, size, row).ids);
  S.root.classList.toggle("curveless", !curve);
  S.root.classList.toggle("streamless", !uniforms.stream.length);
  makeNumbers(S.numbers, S.data.shown, S.help);
  S.names.replaceChildren(...uniforms.own.map(() => document.createElement("li")));
}

/** From 0 to a million fake counts: evenly, with no stops to snap to, or from stop to stop. */
function sweep(S) {
  const { scale } = S.data.controls.smoothing;
  return {
    set: (share) => ({ smoothing: valueBetween(scale, share * scale.last) }),
    jumps: scale.stops.map((smoothing) => ({ smoothing })),
  };
}
