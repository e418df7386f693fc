// What the live table shows, painted from its state alone: a drag, a rerun and a theme change all come through here.

import { STRIP, paintRow, paintRowOutlines, paintStrip, paintStripEnd } from "../paint/bars.js";
import { isStale, paintWords, prepare, write } from "../paint/canvas.js";
import { showCaption } from "../paint/caption.js";
import { placeTip } from "../paint/cell_pointer.js";
import { decimals, fill, pairText, short } from "../paint/format.js";
import { byRoot, gridLayout, paintFrame, paintPixels, placeCanvas } from "../paint/grid.js";
import { showNames, writeNames, writeNumbers, writeWords } from "../paint/metrics.js";
import {
  alongSlider,
  evenTicks,
  paintAxis,
  paintCurve,
  paintLevel,
  paintOnFloor,
  placeDot,
  plotLayout,
} from "../paint/plot.js";
import { largest, meanNll, rowEntropy, rowOf, sampleWord, sampleWords, smoothedProbs } from "../model/model.js";
import { showsPython } from "../sync/live_view.js";
import { textsDue } from "../sync/frame_budget.js";
import { positionOf, valueAt } from "../model/scale.js";
import { smoothingFacts } from "./caption.js";

const CURVES = 96, // pixels high
  ZOOM = { high: 130, below: 0.002, above: 0.018, left: 34 }; // of the magnified curves: pixels, nats, nats, pixels

export function paintView(S) {
  const { data, size, theme } = S,
    { smoothing, row } = S.page.values;
  const probs = smoothedProbs(S.counts.all, size, smoothing, S.probs),
    entropy = rowEntropy(probs, size);
  paintStill(S);
  paintPixels(S.cells, probs, size, byRoot(theme.scale, S.top));
  paintStrip(S.strip, { entropy, row, theme });
  paintRow(S.bars, S.widths.bars, S.barsHigh, { probs, top: S.rowTop, size, row, colour: theme.counted, theme });
  if (data.curve) placeDots(S, positionOf(data.controls.smoothing.scale, smoothing));
  placeTip(S, S.tip, inWords(S, probs), S.widths.table);
  if (!textsDue(S, 2)) return S.ask();
  showNumbers(S, probs, entropy);
  showCaption(
    S,
    showsPython(S)
      ? S.now.numbers.caption
      : smoothingFacts({ ...S, counts: S.counts.all, probs, labels: data.labels }, S.page.values),
  );
  const names = data.uniforms.own.map((own) => sampleWord(probs, size, own));
  showNames(S.names, names, S.before, data);
}

/** What does not depend on the smoothing: painted when size, theme, data, row or pointer change. */
function paintStill(S) {
  const { data, size, theme, hover } = S,
    { labels } = data,
    { row } = S.page.values;
  if (!isStale(S, row, hover?.row, hover?.next)) return;
  S.widths = {
    curve: S.curve.clientWidth,
    zoom: S.zoom.clientWidth,
    table: S.table.clientWidth,
    bars: S.bars.clientWidth,
  };
  const strip = Math.max(44, Math.min(110, S.widths.table * 0.15)),
    at = (S.at = gridLayout(S.widths.table, { columns: size, right: strip + STRIP })),
    { ctx } = prepare(S.table, at.width, at.height);
  placeCanvas(S.cells, at);
  placeCanvas(S.strip, at, { left: at.left + at.side + STRIP, width: strip });
  paintFrame(ctx, at, { labels, row, hover, theme });
  paintStripEnd(ctx, at, strip, S);
  S.barsHigh = 120;
  S.rowTop = largest(rowOf(S.unsmoothed, size, row), 1 / size);
  const outlines = { outlined: S.unsmoothed, top: S.rowTop, size, labels, row, theme };
  paintRowOutlines(S.outlines, S.widths.bars, S.barsHigh, outlines);
  if (data.curve) paintCurves(S);
  write(S.title, fill(data.texts.row, { row: labels[row] }));
  write(S.key.querySelector("span"), fill(data.texts.colours, { top: decimals(S.top, 4) }));
  write(S.scale, fill(data.texts.scale, { top: decimals(S.rowTop, 4), size, chance: decimals(1 / size, 4) }));
}

/** The nll over the slider, whole and magnified: train as a line, dev dashed. Where dev is infinite it has no line. */
function paintCurves(S) {
  const { theme, widths, data } = S,
    { curves, chance, floor } = data.curve,
    { scale } = data.controls.smoothing;
  const x = alongSlider(widths.curve, scale.last),
    whole = plotLayout({ width: widths.curve, height: CURVES }, { x, low: floor, high: chance, bottom: 8 }),
    { ctx } = prepare(S.curve, widths.curve, CURVES);
  paintLevel(ctx, whole, theme, chance, fill(data.texts.chance, { chance: decimals(chance, 4) }), { under: true });
  const [low, high] = [floor - ZOOM.below, floor + ZOOM.above],
    near = plotLayout({ width: widths.zoom, height: ZOOM.high }, { x, low, high, bottom: 24 }),
    zoomed = prepare(S.zoom, widths.zoom, ZOOM.high).ctx;
  const ticks = evenTicks(low, high, 3).map((value) => ({ value, text: "" }));
  paintAxis(zoomed, near, theme, ticks);
  for (const { value } of ticks)
    paintWords(zoomed, theme, decimals(value, 3), near.right, near.y(value) - 7, { align: "right" });
  for (const [name, nll] of Object.entries(curves)) {
    const look = name === "dev" ? { colour: theme.text, width: 1.5, dash: [4, 4] } : { colour: theme.counted };
    paintCurve(ctx, whole, nll, look);
    paintCurve(zoomed, near, nll, look);
    if (name !== "dev") continue; // train is lowest at the left end
    const finite = nll.map((value) => value ?? Infinity),
      at = finite.indexOf(Math.min(...finite));
    const text = { nll: decimals(nll[at], 4), smoothing: short(valueAt(scale, at)) };
    paintOnFloor(zoomed, near, theme, x(at), nll[at], fill(data.texts.lowest, text));
  }
  S.plots = { curve: whole, zoom: near };
}

/** The dots on the curves. One that is at infinity, or above the magnified curves, stands at the upper edge. */
function placeDots({ dots, plots, data }, position) {
  for (const [picture, plot] of Object.entries(plots))
    for (const [name, dot] of Object.entries(dots[picture])) {
      const nll = data.curve.curves[name];
      if (dot.hidden === Boolean(nll)) dot.hidden = !nll;
      if (!nll) continue;
      const i = Math.min(Math.floor(position), nll.length - 2),
        part = position - i;
      const value = part === 0 ? nll[i] : nll[i] === null ? nll[i + 1] : nll[i] + part * (nll[i + 1] - nll[i]),
        above = value !== null && plot.y(value) < 6;
      placeDot(dot, plot, plot.x(position), above ? null : value);
      dot.dataset.above = value === null ? data.texts.infinite : above ? "↑" : "";
    }
}

/** At rest Python's numbers; while something moves, or is on its way to Python, what the browser works out. */
function showNumbers(S, probs, entropy) {
  const { data, now } = S,
    numbers = showsPython(S) ? now.numbers : work(S, probs, entropy);
  writeNumbers(S.numbers, numbers);
  if (!data.uniforms.stream.length || !S.about.open) return;
  if (showsPython(S)) writeWords(S.stream, now.numbers.names, data);
  else writeNames(S.stream, sampleWords(probs, S.size, data.uniforms.stream, now.numbers.names.length), data);
}

/** The port of counts.smoothing.smoothing_effect. */
function work({ counts, size, heldOut, page }, probs, entropy) {
  const nll = meanNll(counts.all, probs),
    onTrain = smoothedProbs(counts.train, size, page.values.smoothing, heldOut);
  const [train_nll, dev_nll] = [counts.train, counts.dev].map((part) => meanNll(part, onTrain));
  return { nll, train_nll, dev_nll, perplexity: Math.exp(nll), entropy: entropy.reduce((a, b) => a + b, 0) / size };
}

function inWords({ hover, data, size, counts }, probs) {
  const i = hover && hover.row * size + hover.next;
  return hover ? pairText(data, hover, counts.all[i], probs[i]) : "";
}
