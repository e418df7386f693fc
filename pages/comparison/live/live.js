// The counted model beside the net: the state, and the events that change it. What it works out is in work.js, what it shows
// in view.js, the names in paired_names.js.

import { matchingLam, matchingSmoothing, searchFrom } from "../../components/live/model/distance.js";
import { makeNumbers } from "../../components/live/paint/metrics.js";
import { rowTotals, smoothedProbs } from "../../components/live/model/model.js";
import { trainer } from "../../components/live/model/net.js";
import { openChanged, watchFolds } from "../../components/live/paint/folds.js";
import { pairRows, wireSave } from "../../components/live/paint/save.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { setValue, setValues } from "../../components/live/sync/page_state.js";
import { watchSight } from "../../components/live/sync/frame_budget.js";
import { makeTables } from "../../components/live/paint/cell_pointer.js";
import { paintView } from "./view.js";

export default (args) => mountView(args, { selector: ".live", begin, use: useCounts, paint });

/** The settings at which the lecture draws five names from both models, where they are not the defaults. */
const ENDING = { smoothing: 0, epochs: 300, n: 5 },
  MOVED = ["smoothing", "epochs", "learning_rate", "lam", "init", "init_seed", "stream", "seed", "n"];

function paint(S) {
  openChanged(S);
  paintView(S);
}

/** Wire the elements once; everything else is state. */
function begin(S) {
  const $ = (selector) => S.root.querySelector(selector);
  findElements(S, "caption cards tally draw drawn why numbers help arithmetic title bars outlines rows words");
  Object.assign(S, { hover: null, cell: null, opened: null, tapes: new Map(), all: {}, train: {} });
  Object.assign(S, {
    running: { counts: $(".running.counts"), net: $(".running.net") },
    pictures: { counts: $(".draw-counts"), net: $(".draw-net") },
  });
  S.nlls = Object.fromEntries(
    ["counts", "net"].map((model) => [model, [...S.root.querySelectorAll(`.nlls .${model} td`)]]),
  );
  watchFolds(S);
  $(".to-ending").onclick = () => {
    const defaults = Object.fromEntries(MOVED.map((name) => [name, S.data.controls[name].default]));
    setValues(S.page, S, { ...defaults, ...ENDING });
  };
  makeTables(S, (row) => setValue(S.page, S, "row", row));
  $(".to-net").onclick = () => {
    const most = S.data.controls.smoothing.high,
      { smoothing } = matchingSmoothing(S.counts.all, S.size, S.netProbs, most);
    setValue(S.page, S, "smoothing", Number(smoothing.toPrecision(5)));
  };
  $(".to-counts").onclick = () => {
    const { lam } = matchingLam(S.counts.all, S.size, S.countedProbs, searchFrom(S.size));
    setValue(S.page, S, "lam", Number(lam.toPrecision(3)));
  };
  watchSight(S, [S.bars, S.rows, ...Object.values(S.tables).map(({ cells }) => cells)]);
  const columns = () => ({ count: S.counts.all, counted_prob: S.countedProbs, net_prob: S.netProbs });
  wireSave(S, {
    name: () => "counts-and-net",
    title: () => S.data.texts.title,
    rows: () => pairRows(S.data.labels, columns()),
  });
}

/** Other counts: what does not move with the sliders is worked out here, once. */
function useCounts(S) {
  const { labels, controls } = S.data,
    size = (S.size = labels.length);
  S.counts = Object.fromEntries(Object.entries(S.data.counts).map(([part, cells]) => [part, Float64Array.from(cells)]));
  for (const part of ["all", "train"])
    Object.assign(S[part], {
      settings: "",
      run: S.counts[part].some((count) => count) ? trainer(S.counts[part], size, controls.epochs.high) : null,
    });
  for (const name of ["weights", "netProbs", "countedProbs", "difference", "heldOut", "heldOutNet"])
    S[name] = new Float64Array(size ** 2);
  S.unsmoothed = smoothedProbs(S.counts.all, size, 0);
  S.totals = rowTotals(S.counts.all, size);
  makeNumbers(S.numbers, S.data.shown, S.help);
}
