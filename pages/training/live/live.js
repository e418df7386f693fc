// The net, retrained while a hand moves: its state, and the events that change it. What it works out is in work.js, what it
// shows in view.js.

import { makeNumbers } from "../../components/live/paint/metrics.js";
import { letGo, take, wait } from "../../components/live/sync/slider_events.js";
import { sampleWord, smoothedProbs } from "../../components/live/model/model.js";
import { mount } from "../../components/live/sync/mount.js";
import { trainer } from "../../components/live/model/net.js";
import { savePicture, saveTable } from "../../components/live/paint/save.js";
import { positionOf, valueBetween } from "../../components/live/model/scale.js";
import { watchSight } from "../../components/live/sync/visibility.js";
import { scaleSliders, wireSliders } from "../../components/live/controls/sliders.js";
import { stopSweep, toggleSweep } from "../../components/live/sync/animate.js";
import { makeTables } from "../../components/live/paint/grid.js";
import { inOneTable, lossRows } from "./work.js";
import { paintView } from "./view.js";

const PLAY_MS = 6000; // from the first weights to the epoch that is set

export default (args) =>
  mount(args, { selector: ".live", begin, use: useCounts, told, halt, paint: (S) => paintView(S) });

/** Wire the elements once; everything else is state. */
function begin(S) {
  const $ = (selector) => S.root.querySelector(selector);
  for (const name of [
    "numbers",
    "help",
    "warning",
    "curve",
    "left",
    "arithmetic",
    "bars",
    "outlines",
    "title",
    "names",
    "stream",
    "rows",
  ])
    S[name] = $(`.${name}`);
  Object.assign(S, { hover: null, cell: null, playing: 0 });
  wireSliders(S, $(".control"), "seed", (name, value) => moveTo(S, name, value));
  makeTables(S, (row) => (moveTo(S, "row", row), letGo(S)));
  $(".play").onclick = ({ target }) => toggleSweep(S, target, { ms: PLAY_MS, ...fromTheStart(S) });
  $(".next").onclick = () => (moveTo(S, "seed", String((BigInt(S.owned.values.seed) + 1n) % 2n ** 64n)), letGo(S));
  watchSight(S, [S.curve, S.left, S.bars, S.rows, ...Object.values(S.tables).map(({ cells }) => cells)]);
  const name = () => `net-epoch-${S.work.epoch}`;
  $(".png").onclick = () => {
    paintView(S, true);
    savePicture(S.root, {
      name: name(),
      title: `Bigram Lab, the net after ${S.work.epoch} epochs: ${location.href}`,
      theme: S.theme,
    });
  };
  $(".csv").onclick = () => saveTable(inOneTable(S), name());
  $(".losses").onclick = () => saveTable(lossRows(S), "losses");
}

/** Other counts or uniforms: what does not move with the sliders is worked out here, once. */
function useCounts(S) {
  const { labels, most, uniforms } = S.data;
  S.size = labels.length;
  S.counts = Float64Array.from(S.data.counts);
  S.counted = smoothedProbs(S.counts, S.size, 0);
  S.totals = S.data.labels.map((_, row) =>
    S.counts.subarray(row * S.size, (row + 1) * S.size).reduce((a, b) => a + b, 0),
  );
  S.run = trainer(S.counts, S.size, most);
  for (const name of ["weights", "probs", "bestWeights", "bestProbs", "difference"])
    S[name] = new Float64Array(S.size ** 2);
  Object.assign(S, { begun: "", best: null, cell: null });
  S.before = uniforms.own.map((row) => sampleWord(S.counted, S.size, row).ids);
  S.names.replaceChildren(...uniforms.own.map(() => document.createElement("li")));
  makeNumbers(S.numbers, S.data.shown, S.help);
  scaleSliders(S, (name, value) => (moveTo(S, name, value), letGo(S)));
}

/** From the first weights to the epoch that is set: along the slider, or from mark to mark. */
function fromTheStart(S) {
  const scale = S.data.scales.epochs,
    end = positionOf(scale, Math.min(S.owned.values.epochs, S.data.most)),
    set = (epochs) => (S.owned.values.epochs = epochs);
  const marks = [...scale.marks.filter((mark) => positionOf(scale, mark) < end), S.owned.values.epochs];
  return {
    set: (share) => set(Math.round(valueBetween(scale, share * end))),
    jump: (share) => set(marks[Math.floor(share * (marks.length - 1))]),
  };
}

/** Python has said something: other values than before, typed or gone back to, end the show. */
function told(S, before, answer) {
  if (S.playing && !answer && Object.keys(before).some((name) => before[name] !== S.owned.python[name])) stopSweep(S);
}

function moveTo(S, name, value) {
  stopSweep(S);
  take(S);
  S.owned.values[name] = value;
}

/** Nothing moves by itself any more. */
function halt(S) {
  stopSweep(S);
  wait(S);
}
