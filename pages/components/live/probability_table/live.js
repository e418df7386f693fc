// The live table: its state, and the events that change it. What it shows is in view.js.

import { wireCells } from "../paint/cell_pointer.js";
import { makeNumbers } from "../paint/metrics.js";
import { letGo, take, wait } from "../sync/slider_events.js";
import { sampleWord, smoothedProbs } from "../model/model.js";
import { mount } from "../sync/mount.js";
import { cellRows, savePicture, saveTable } from "../paint/save.js";
import { valueBetween } from "../model/scale.js";
import { makeSlider } from "../controls/slider.js";
import { stopSweep, toggleSweep } from "../sync/animate.js";
import { paintView } from "./view.js";

const SWEEP_MS = 6000; // from 0 to a million fake counts

export default (args) => mount(args, { selector: ".live", begin, use: useTables, told, halt, paint: paintView });

/** Wire the elements once; everything else is state. */
function begin(S) {
  const $ = (selector) => S.root.querySelector(selector);
  for (const name of [
    "curve",
    "cells",
    "strip",
    "table",
    "bars",
    "outlines",
    "names",
    "stream",
    "numbers",
    "help",
    "tip",
    "title",
    "scale",
    "key",
  ])
    S[name] = $(`.${name}`);
  Object.assign(S, {
    control: makeSlider(S, { name: "smoothing", unit: "fake counts per cell", before: () => stopSweep(S) }),
    dots: { train: $(".dot.train"), dev: $(".dot.dev") },
    hover: null,
    playing: 0,
  });
  $(".animate").onclick = ({ target }) => toggleSweep(S, target, { ms: SWEEP_MS, back: true, ...sweep(S) });
  $(".png").onclick = () =>
    savePicture(S.root, {
      name: nameOf(S),
      title: `Bigram Lab, smoothing ${S.owned.values.smoothing} fake counts per cell: ${location.href}`,
      theme: S.theme,
    });
  $(".csv").onclick = () =>
    saveTable(
      cellRows(S.data.labels, S.counts.all, smoothedProbs(S.counts.all, S.size, S.owned.values.smoothing)),
      nameOf(S),
    );
  wireCells(S, S.table, (row) => chooseRow(S, row));
}

/** New counts or uniforms: what does not move with the smoothing is worked out here, once. */
function useTables(S) {
  const { counts, labels, uniforms, curve } = S.data;
  const size = (S.size = labels.length);
  S.counts = Object.fromEntries(Object.entries(counts).map(([part, cells]) => [part, Float64Array.from(cells)]));
  S.unsmoothed = smoothedProbs(S.counts.all, size, 0);
  S.probs = new Float64Array(size * size);
  S.heldOut = new Float64Array(size * size);
  S.top = S.unsmoothed.reduce((a, b) => Math.max(a, b), 1 / size); // smoothing only lowers the highest
  S.before = uniforms.own.map((row) => sampleWord(S.unsmoothed, size, row).ids);
  S.root.classList.toggle("curveless", !curve);
  S.root.classList.toggle("streamless", !uniforms.stream.length);
  makeNumbers(S.numbers, S.data.shown, S.help);
  S.control.scale();
  S.names.replaceChildren(...uniforms.own.map(() => document.createElement("li")));
}

/** From 0 to a million fake counts: evenly, with no stops to snap to, or from stop to stop. */
function sweep(S) {
  const set = (smoothing) => (S.owned.values.smoothing = smoothing),
    { scale } = S.data;
  return {
    set: (share) => set(valueBetween(scale, share * scale.last)),
    jump: (share) => set(scale.stops[Math.round(share * (scale.stops.length - 1))]),
  };
}

/** Python has said something: another smoothing than before, typed or gone back to, ends the show. */
function told(S, before, answer) {
  if (S.playing && !answer && S.owned.python.smoothing !== before.smoothing) stopSweep(S);
}

function chooseRow(S, row) {
  stopSweep(S);
  take(S);
  S.owned.values.row = row;
  letGo(S);
}

function nameOf({ owned }) {
  return `bigrams-smoothing-${owned.values.smoothing}`;
}

/** Nothing moves by itself any more. */
function halt(S) {
  stopSweep(S);
  wait(S);
}
