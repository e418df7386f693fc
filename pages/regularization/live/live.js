// λ beside smoothing: the state, and the events that change it. What is worked out of it is in work.js, what it shows in view.js.

import { makeTables } from "../../components/live/paint/cell_pointer.js";
import { matchingLam, matchingSmoothing, searchFrom } from "../../components/live/model/distance.js";
import { makeNumbers } from "../../components/live/paint/metrics.js";
import { largest, rowTotals, smoothedProbs } from "../../components/live/model/model.js";
import { SMALLEST, optimumProbs } from "../../components/live/model/optimum.js";
import { openChanged, watchFolds } from "../../components/live/paint/folds.js";
import { pairRows, wireSave } from "../../components/live/paint/save.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { setValue } from "../../components/live/sync/page_state.js";
import { paintView } from "./view.js";

const ELEMENTS = "gaps bars outlines spring help nearest furthest title factor pulled gapped key";

export default (args) => mountView(args, { selector: ".live", begin, use, paint });

function paint(S) {
  openChanged(S);
  paintView(S);
}

/** Wire the elements once; everything else is state. */
function begin(S) {
  const $ = (selector) => S.root.querySelector(selector);
  findElements(S, ELEMENTS);
  watchFolds(S);
  S.lists = { net: $(".numbers.net"), counted: $(".numbers.counted"), between: $(".numbers.between") };
  S.sides = { lam: side($, "lam"), smoothing: side($, "smoothing") };
  Object.assign(S, { hover: null, over: null, column: null, follow: (name) => follow(S, name) });
  makeTables(S, (row) => choose(S, row));
  for (const [name, { frame }] of Object.entries(S.tables))
    for (const kind of ["pointermove", "focus", "pointerdown"]) frame.addEventListener(kind, () => (S.over = name));
  wireSave(S, {
    name: () => `bigrams-lambda-${S.page.values.lam}-smoothing-${S.page.values.smoothing}`,
    title: () => S.data.texts.title,
    places: () => S.page.values,
    rows: () => pairRows(S.data.labels, columns(S)),
  });
}

function side($, name) {
  return { curve: $(`.${name}Curve`), dots: { nll: $(`.dot.${name}.nll`), entropy: $(`.dot.${name}.entropy`) } };
}

/** Other counts: room for all that is worked out of them, so that nothing is allocated while a slider is dragged. */
function use(S) {
  const { counts, labels, shown } = S.data,
    size = (S.size = labels.length),
    cells = size * size;
  S.counts = Float64Array.from(counts);
  S.n = S.counts.reduce((a, b) => a + b, 0);
  S.totals = rowTotals(S.counts, size);
  S.unsmoothed = smoothedProbs(S.counts, size, 0);
  S.top = largest(S.unsmoothed, 1 / size);
  for (const name of ["weights", "netProbs", "countedProbs", "differences", "room"]) S[name] = new Float64Array(cells);
  S.gapsOfRows = new Float64Array(size);
  S.search = searchFrom(size);
  S.column = null;
  for (const place of Object.keys(S.lists)) makeNumbers(S.lists[place], shown[place], S.help);
}

/** With the switch on, who moves λ, or turns it on, gets the nearest smoothing, in five digits; who moves the smoothing the
 *  nearest λ, in three. */
function follow(S, name) {
  const { counts, size, data, room } = S,
    { values } = S.page;
  if (!values.match) return;
  if (name === "lam" || name === "match") {
    const net = optimumProbs(counts, size, values.lam, S.weights, S.netProbs),
      nearest = matchingSmoothing(counts, size, net, data.controls.smoothing.high, room);
    values.smoothing = Number(nearest.smoothing.toPrecision(5));
  } else if (name === "smoothing") {
    const nearest = matchingLam(counts, size, smoothedProbs(counts, size, values.smoothing, room), S.search);
    values.lam = Number(nearest.lam.toPrecision(3));
  }
}

/** A click on a cell chooses its row, and the cell for the spring; one on a row's letter the row alone. */
function choose(S, row) {
  S.column = S.hover?.next ?? null;
  setValue(S.page, S, "row", row);
}

/** What the table as a file has for each pair; where λ is none, the net has no finite weights. */
function columns({ counts, netProbs, countedProbs, differences, weights, page }) {
  const W = page.values.lam < SMALLEST ? [] : weights;
  return { count: counts, W, net: netProbs, counted: countedProbs, difference: differences };
}
