// The counted model beside the net: the state, and the events that change it. What it works out is in work.js, what it shows
// in view.js, the names in paired_names.js.

import { matchingLam, matchingSmoothing, searchFrom } from "../../components/live/model/comparison.js";
import { makeNumbers } from "../../components/live/paint/metrics.js";
import { letGo, take, wait } from "../../components/live/sync/slider_events.js";
import { smoothedProbs } from "../../components/live/model/model.js";
import { mount } from "../../components/live/sync/mount.js";
import { trainer } from "../../components/live/model/net.js";
import { savePicture, saveTable } from "../../components/live/paint/save.js";
import { watchSight } from "../../components/live/sync/visibility.js";
import { scaleSliders, wireSliders } from "../../components/live/controls/sliders.js";
import { makeTables } from "../../components/live/paint/grid.js";
import { inOneTable } from "./work.js";
import { paintView } from "./view.js";

export default (args) =>
  mount(args, { selector: ".live", begin, use: useCounts, told: () => {}, halt: wait, paint: (S) => paintView(S) });

/** Wire the elements once; everything else is state. */
function begin(S) {
  const $ = (selector) => S.root.querySelector(selector);
  for (const name of [
    "warning",
    "twins",
    "tally",
    "draw",
    "said",
    "numbers",
    "help",
    "arithmetic",
    "title",
    "bars",
    "outlines",
    "rows",
    "words",
  ])
    S[name] = $(`.${name}`);
  Object.assign(S, { hover: null, cell: null, opened: null, tapes: new Map(), all: {}, train: {} });
  Object.assign(S, {
    running: { counts: $(".running.counts"), net: $(".running.net") },
    pictures: { counts: $(".draw-counts"), net: $(".draw-net") },
  });
  S.nlls = Object.fromEntries(
    ["counts", "net"].map((model) => [model, [...S.root.querySelectorAll(`.nlls .${model} td`)]]),
  );
  wireSliders(S, $(".control"), "init_seed", (name, value) => moveTo(S, name, value));
  makeTables(S, (row) => (moveTo(S, "row", row), letGo(S)));
  $(".to-net").onclick = () => (
    moveTo(
      S,
      "smoothing",
      Number(
        matchingSmoothing(S.counts.all, S.size, S.netProbs, S.data.scales.smoothing.high).smoothing.toPrecision(5),
      ),
    ),
    letGo(S)
  );
  $(".to-counts").onclick = () => (
    moveTo(S, "lam", Number(matchingLam(S.counts.all, S.size, S.countedProbs, searchFrom(S.size)).lam.toPrecision(3))),
    letGo(S)
  );
  watchSight(S, [S.bars, S.rows, ...Object.values(S.tables).map(({ cells }) => cells)]);
  $(".png").onclick = () => {
    paintView(S, true);
    savePicture(S.root, {
      name: "counts-and-net",
      title: `Bigram Lab, counts and net: ${location.href}`,
      theme: S.theme,
    });
  };
  $(".csv").onclick = () => saveTable(inOneTable(S), "counts-and-net");
}

/** Other counts: what does not move with the sliders is worked out here, once. */
function useCounts(S) {
  const { labels, most } = S.data,
    size = (S.size = labels.length);
  S.counts = Object.fromEntries(Object.entries(S.data.counts).map(([part, cells]) => [part, Float64Array.from(cells)]));
  for (const part of ["all", "train"])
    Object.assign(S[part], {
      begun: "",
      run: S.counts[part].some((count) => count) ? trainer(S.counts[part], size, most) : null,
    });
  for (const name of ["weights", "netProbs", "countedProbs", "difference", "heldOut", "heldOutNet"])
    S[name] = new Float64Array(size ** 2);
  S.unsmoothed = smoothedProbs(S.counts.all, size, 0);
  S.totals = labels.map((_, row) => S.counts.all.subarray(row * size, (row + 1) * size).reduce((a, b) => a + b, 0));
  makeNumbers(S.numbers, S.data.shown, S.help);
  scaleSliders(S, (name, value) => (moveTo(S, name, value), letGo(S)));
}

function moveTo(S, name, value) {
  take(S);
  S.owned.values[name] = value;
}
