// λ beside smoothing: the state, and the events that change it. What is worked out of it is in work.js, what it shows in view.js.

import { wireCells } from "../../components/live/paint/cell_pointer.js";
import { matchingLam, matchingSmoothing, searchFrom } from "../../components/live/model/comparison.js";
import { fill } from "../../components/live/paint/format.js";
import { makeNumbers } from "../../components/live/paint/metrics.js";
import { smoothedProbs } from "../../components/live/model/model.js";
import { optimumProbs } from "../../components/live/model/optimum.js";
import { savePicture, saveTable } from "../../components/live/paint/save.js";
import { mountView } from "../../components/live/sync/live_view.js";
import { setValue } from "../../components/live/sync/page_state.js";
import { paintView } from "./view.js";

const PARTS = ["net", "counted", "difference"];
const NAMES = [
  "lamCurve",
  "smoothingCurve",
  "cells",
  "table",
  "gaps",
  "bars",
  "outlines",
  "spring",
  "help",
  "nearest",
  "furthest",
  "title",
  "factor",
  "pulled",
  "gapped",
  "key",
];

export default (args) => mountView(args, { selector: ".live", begin, use, halt: () => {}, paint: paintView });

/** Wire the elements once; everything else is state. */
function begin(S) {
  const $ = (selector) => S.root.querySelector(selector);
  for (const name of NAMES) S[name] = $(`.${name}`);
  S.tables = PARTS.map((part) => ({
    part,
    cells: $(`.${part} .cells`),
    table: $(`.${part} .table`),
    tip: $(`.${part} .tip`),
  }));
  S.lists = { net: $(".numbers.net"), counted: $(".numbers.counted"), between: $(".numbers.between") };
  S.sides = { lam: side($, "lam"), smoothing: side($, "smoothing") };
  Object.assign(S, { hover: null, over: null, column: null, follow: (name) => follow(S, name) });
  for (const at of S.tables) {
    wireCells(S, at.table, (row) => choose(S, row));
    for (const kind of ["pointermove", "focus", "pointerdown"])
      at.table.addEventListener(kind, () => (S.over = at.part));
  }
  $(".png").onclick = () =>
    savePicture(S.root, {
      name: nameOf(S),
      title: fill(S.data.texts.title, { ...S.page.values, address: location.href }),
      theme: S.theme,
    });
  $(".csv").onclick = () => saveTable(rows(S), nameOf(S));
}

function side($, name) {
  return {
    curve: $(`.${name}Curve`),
    dots: { nll: $(`.dot.${name}.nll`), entropy: $(`.dot.${name}.entropy`) },
  };
}

/** Other counts: room for all that is worked out of them, so that nothing is allocated while a slider is dragged. */
function use(S) {
  const { counts, labels, shown } = S.data,
    size = (S.size = labels.length),
    cells = size * size;
  S.counts = Float64Array.from(counts);
  S.n = S.counts.reduce((a, b) => a + b, 0);
  S.totals = Float64Array.from({ length: size }, (_, row) =>
    S.counts.subarray(row * size, (row + 1) * size).reduce((a, b) => a + b, 0),
  );
  S.unsmoothed = smoothedProbs(S.counts, size, 0);
  S.top = S.unsmoothed.reduce((a, b) => Math.max(a, b), 1 / size);
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

function rows({ data, size, counts, netProbs, countedProbs, weights, page }) {
  const pair = (i) => [data.labels[Math.floor(i / size)], data.labels[i % size]],
    finite = page.values.lam >= 1e-12;
  return [
    ["previous", "next", "count", "W", "net", "counted", "difference"],
    ...Array.from(counts, (count, i) => [
      ...pair(i),
      count,
      finite ? weights[i] : "",
      netProbs[i],
      countedProbs[i],
      netProbs[i] - countedProbs[i],
    ]),
  ];
}

function nameOf({ page: { values } }) {
  return `bigrams-lambda-${values.lam}-smoothing-${values.smoothing}`;
}
