// λ beside smoothing: the state, and the events that change it. What is worked out of it is in work.js, what it shows in view.js.

import { wireCells } from "../../components/live/paint/cell_pointer.js";
import { matchingLam, matchingSmoothing, searchFrom } from "../../components/live/model/comparison.js";
import { makeNumbers } from "../../components/live/paint/metrics.js";
import { letGo, take, wait, wireSlider } from "../../components/live/sync/slider_events.js";
import { showMarks } from "../../components/live/controls/marks.js";
import { smoothedProbs } from "../../components/live/model/model.js";
import { mount } from "../../components/live/sync/mount.js";
import { optimumProbs } from "../../components/live/model/optimum.js";
import { savePicture, saveTable } from "../../components/live/paint/save.js";
import { valueAt } from "../../components/live/model/scale.js";
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

export default (args) => mount(args, { selector: ".live", begin, use, told: () => {}, halt: wait, paint: paintView });

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
  S.move = { lam: (lam) => moveLam(S, lam), smoothing: (smoothing) => moveSmoothing(S, smoothing) };
  Object.assign(S, { hover: null, over: null, column: null });
  for (const [name, { slider }] of Object.entries(S.sides))
    wireSlider(S, slider, (position) => S.move[name](valueAt(S.data.scales[name], position)));
  for (const at of S.tables) {
    wireCells(S, at.table, (row) => choose(S, row));
    for (const kind of ["pointermove", "focus", "pointerdown"])
      at.table.addEventListener(kind, () => (S.over = at.part));
  }
  $(".png").onclick = () =>
    savePicture(S.root, {
      name: nameOf(S),
      title: `Bigram Lab, λ ${S.owned.values.lam}, smoothing ${S.owned.values.smoothing} fake counts per cell: ${location.href}`,
      theme: S.theme,
    });
  $(".csv").onclick = () => saveTable(rows(S), nameOf(S));
}

function side($, name) {
  const at = (selector) => $(`.${name}-side ${selector}`);
  return {
    slider: $(`#${name}`),
    output: $(`.output.${name}`),
    stops: at(".stops"),
    curve: $(`.${name}Curve`),
    dots: { nll: $(`.dot.${name}.nll`), entropy: $(`.dot.${name}.entropy`) },
  };
}

/** Other counts: room for all that is worked out of them, so that nothing is allocated while a slider is dragged. */
function use(S) {
  const { counts, labels, scales, shown, names } = S.data,
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
  for (const [name, { slider, stops }] of Object.entries(S.sides)) {
    slider.max = scales[name].last;
    showMarks(stops, scales[name].stops, {
      scale: scales[name],
      name: names[name],
      choose: (stop) => (S.move[name](stop), letGo(S)),
    });
  }
}

/** λ is moved; with the switch on, the smoothing goes along: the nearest one, in five digits. */
function moveLam(S, lam) {
  take(S);
  const { values } = S.owned;
  values.lam = lam;
  if (!S.now.match) return;
  const net = optimumProbs(S.counts, S.size, lam, S.weights, S.netProbs);
  values.smoothing = Number(matchingSmoothing(S.counts, S.size, net, S.data.most, S.room).smoothing.toPrecision(5));
}

/** The smoothing is moved; with the switch on, λ goes along: the nearest one, in three digits. */
function moveSmoothing(S, smoothing) {
  take(S);
  const { values } = S.owned;
  values.smoothing = smoothing;
  if (S.now.match)
    values.lam = Number(
      matchingLam(S.counts, S.size, smoothedProbs(S.counts, S.size, smoothing, S.room), S.search).lam.toPrecision(3),
    );
}

/** A click on a cell chooses its row, and the cell for the spring; one on a row's letter the row alone. */
function choose(S, row) {
  S.column = S.hover?.next ?? null;
  take(S);
  S.owned.values.row = row;
  letGo(S);
}

function rows({ data, size, counts, netProbs, countedProbs, weights, owned }) {
  const pair = (i) => [data.labels[Math.floor(i / size)], data.labels[i % size]],
    finite = owned.values.lam >= 1e-12;
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

function nameOf({ owned: { values } }) {
  return `bigrams-lambda-${values.lam}-smoothing-${values.smoothing}`;
}
