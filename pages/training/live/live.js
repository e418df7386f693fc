// The net, retrained while a hand moves: its state, and the events that change it. What it works out is in work.js, what it
// shows in view.js.

import { makeTables } from "../../components/live/paint/cell_pointer.js";
import { makeNumbers } from "../../components/live/paint/metrics.js";
import { pairRows, saveTable, wireSave } from "../../components/live/paint/save.js";
import { positionOf, valueBetween } from "../../components/live/model/scale.js";
import { stopAnimation, toggleAnimation } from "../../components/live/sync/animation.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { setValue } from "../../components/live/sync/page_state.js";
import { watchSight } from "../../components/live/sync/frame_budget.js";
import { lossRows } from "./work.js";
import { paintView } from "./view.js";

const PLAY_MS = 6000; // from the first weights to the epoch that is set

export default (args) =>
  mountView(args, { selector: ".live", begin, use: useData, halt: stopAnimation, paint: (S) => paintView(S) });

/** Wire the elements once; everything else is state. */
function begin(S) {
  const $ = (selector) => S.root.querySelector(selector);
  findElements(S, "numbers help warning curve left arithmetic bars outlines title names stream rows");
  Object.assign(S, { hover: null, cell: null });
  makeTables(S, (row) => setValue(S.page, S, "row", row));
  $(".play").onclick = ({ target }) => toggleAnimation(S, target, { ms: PLAY_MS, ...fromTheStart(S) });
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

/** From the first weights to the epoch that is set, or that the page begins with where none is: along the slider, or from mark
 *  to mark. */
function fromTheStart(S) {
  const { scale } = S.data.controls.epochs,
    last = S.page.values.epochs || S.data.play_to,
    end = positionOf(scale, last);
  const marks = [...scale.marks.filter((mark) => positionOf(scale, mark) < end), last];
  return {
    set: (share) => ({ epochs: Math.round(valueBetween(scale, share * end)) }),
    jump: (share) => ({ epochs: marks[Math.floor(share * (marks.length - 1))] }),
  };
}
