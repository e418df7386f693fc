// The net, retrained while a hand moves: its state, and the events that change it. What it works out is in work.js, what it
// shows in view.js.

import { makeTables } from "../../components/live/paint/cell_pointer.js";
import { makeNumbers } from "../../components/live/paint/metrics.js";
import { pairRows, saveTable, wireSave } from "../../components/live/paint/save.js";
import { positionOf, valueBetween } from "../../components/live/model/scale.js";
import { prefersStill, stopAnimation, toggleAnimation } from "../../components/live/sync/animation.js";
import { openChanged, watchFolds } from "../../components/live/paint/folds.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { setValue } from "../../components/live/sync/page_state.js";
import { watchSight } from "../../components/live/sync/frame_budget.js";
import { lossRows } from "./work.js";
import { paintView } from "./view.js";

const PLAY_MS = 6000, // from the first weights to the end of the slider
  OPENING_MS = 2000; // from the first weights to the epoch that the page opens with

export default (args) => mountView(args, { selector: ".live", begin, use: useData, halt: stopAnimation, paint });

/** Show the state. The first time, the net trains itself. */
function paint(S) {
  openChanged(S);
  if (!S.page.opened) {
    S.page.opened = true;
    if (S.data.train_itself && !prefersStill()) train(S, OPENING_MS, S.page.values.epochs);
  }
  paintView(S);
}

/** Wire the elements once; everything else is state. */
function begin(S) {
  const $ = (selector) => S.root.querySelector(selector);
  findElements(S, "caption play numbers help curve left arithmetic bars outlines title names stream rows");
  Object.assign(S, { hover: null, cell: null });
  makeTables(S, (row) => setValue(S.page, S, "row", row));
  watchFolds(S);
  S.play.onclick = () => train(S, PLAY_MS, S.data.controls.epochs.high);
  watchSight(S, [S.curve, S.left, S.bars, S.rows, ...Object.values(S.tables).map(({ cells }) => cells)]);
  const columns = () => ({ count: S.counts, counted_prob: S.counted, net_prob: S.probs, weight: S.weights });
  wireSave(S, {
    name: () => `net-epoch-${S.work.epoch}`,
    title: () => S.data.texts.title,
    places: () => S.work,
    rows: () => pairRows(S.data.labels, columns()),
  });
  $(".losses").onclick = () => saveTable(lossRows(S), "losses");
}

/** Other counts or uniforms. What is worked out of them, once for each choice of words, is in work.js. */
function useData(S) {
  const { labels, shown, uniforms } = S.data;
  S.size = labels.length;
  for (const name of ["weights", "probs", "bestWeights", "bestProbs", "difference"])
    S[name] = new Float64Array(S.size ** 2);
  S.only = null;
  S.names.replaceChildren(...uniforms.own.map(() => document.createElement("li")));
  makeNumbers(S.numbers, shown, S.help);
}

/** Train from the first weights to the epoch `last`, in so many ms: along the slider, or from mark to mark. */
function train(S, ms, last) {
  const { scale } = S.data.controls.epochs,
    end = positionOf(scale, last);
  const marks = [...scale.marks.filter((mark) => positionOf(scale, mark) < end), last];
  toggleAnimation(S, S.play, {
    ms,
    set: (share) => ({ epochs: Math.round(valueBetween(scale, share * end)) }),
    jumps: marks.map((epochs) => ({ epochs })),
  });
}
