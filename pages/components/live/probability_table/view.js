// What the live table shows, painted from its state alone: a drag, a rerun and a theme change all come through here.

import { paintBars, paintOutlines } from "../paint/bars.js";
import { prepare, write } from "../paint/canvas.js";
import { placeTip } from "../paint/cell_pointer.js";
import { paintCurves, placeDots } from "../paint/plot.js";
import { writeNumbers } from "../paint/metrics.js";
import { paintOver, paintStrip, tableLayout } from "../paint/heatmap.js";
import { meanNll, rowEntropy, sampleWord, sampleWords, smoothedProbs } from "../model/model.js";
import { showNames, writeNames } from "../paint/names.js";
import { showsPython } from "../sync/live_view.js";
import { textsDue } from "../sync/frame_budget.js";
import { positionOf } from "../model/scale.js";
import { byRoot, paintCells, placeCanvas } from "../paint/grid.js";

const CURVES = 96; // pixels high

export function paintView(S) {
  const { data, size, theme } = S,
    { smoothing, row } = S.page.values;
  const probs = smoothedProbs(S.counts.all, size, smoothing, S.probs),
    entropy = rowEntropy(probs, size);
  paintStill(S);
  paintCells(S.cells, probs, size, byRoot(theme.scale, S.top));
  paintStrip(S.strip, { entropy, size, row, theme });
  paintBars(prepare(S.bars, S.widths.bars, S.barsHigh), { probs, top: S.rowTop, size, row, colour: theme.counted });
  if (data.curve)
    placeDots(S.dots, {
      ...data.curve,
      height: CURVES,
      position: positionOf(data.controls.smoothing.scale, smoothing),
      x: alongSlider(S),
    });
  placeTip(S, S.tip, inWords(S, probs), S.widths.table);
  if (!textsDue(S, 2)) return S.ask();
  showNumbers(S, probs, entropy);
  showNames(
    S.names,
    data.uniforms.own.map((own) => sampleWord(probs, size, own)),
    S.before,
    data.labels,
  );
}

/** What does not move with the smoothing: painted when the size, the theme, the data, the row or the pointer changes. */
function paintStill(S) {
  const { data, size, theme, hover, width } = S,
    { labels } = data,
    { row } = S.page.values;
  const shown = JSON.stringify([width, devicePixelRatio, theme.name, S.source, row, hover?.row, hover?.next]);
  if (S.still === shown) return;
  S.still = shown;
  // widths are read here alone: reading one while painting would lay the page out anew on every frame
  S.widths = { curve: S.curve.clientWidth, table: S.table.clientWidth, bars: S.bars.clientWidth };
  const at = (S.at = tableLayout(S.widths.table, size));
  placeCanvas(S.cells, at.left, at.top, at.side, at.side);
  placeCanvas(S.strip, at.stripLeft, at.top, at.strip, at.side);
  paintOver(prepare(S.table, S.widths.table, at.height).ctx, at, { size, labels, row, hover, theme });
  S.barsHigh = data.small ? 120 : 170;
  S.rowTop = S.unsmoothed.subarray(row * size, (row + 1) * size).reduce((a, b) => Math.max(a, b), 1 / size);
  paintOutlines(prepare(S.outlines, S.widths.bars, S.barsHigh), {
    outlined: S.unsmoothed,
    top: S.rowTop,
    size,
    labels,
    row,
    theme,
  });
  if (data.curve) paintCurves(prepare(S.curve, S.widths.curve, CURVES), { ...data.curve, x: alongSlider(S), theme });
  write(S.title, `After “${labels[row]}”`);
  S.root.style.setProperty("--high", theme.dark ? theme.high_dark : theme.high_light);
  write(S.key.querySelector("span"), `0 to ${S.top.toFixed(4)}, by the square root, so that rare pairs show.`);
  write(
    S.scale,
    `outlines: without smoothing · the highest is ${S.rowTop.toFixed(4)} · dashed: chance, 1/${size} = ${(1 / size).toFixed(4)}`,
  );
}

/** From a position of the slider to pixels: its thumb is 18 wide. */
function alongSlider({ data, widths }) {
  return (position) => 9 + (position / data.controls.smoothing.scale.last) * (widths.curve - 18);
}

/** At rest Python's numbers; while something moves, or is on its way to Python, what the browser works out. */
function showNumbers(S, probs, entropy) {
  const { data, now } = S,
    numbers = showsPython(S) ? now.numbers : work(S, probs, entropy);
  writeNumbers(S.numbers, numbers);
  if (!data.uniforms.stream.length) return;
  if (showsPython(S)) write(S.stream, now.numbers.names.map((name) => name || "(empty)").join(" "));
  else writeNames(S.stream, sampleWords(probs, S.size, data.uniforms.stream, now.numbers.names.length), data.labels);
}

/** The twin of counts.smoothing.smoothing_effect. */
function work({ counts, size, heldOut, page }, probs, entropy) {
  const nll = meanNll(counts.all, probs),
    onTrain = smoothedProbs(counts.train, size, page.values.smoothing, heldOut);
  const mean = entropy.reduce((sum, value) => sum + value, 0) / size;
  return {
    nll,
    train_nll: meanNll(counts.train, onTrain),
    dev_nll: meanNll(counts.dev, onTrain),
    perplexity: Math.exp(nll),
    entropy: mean,
  };
}

function inWords({ hover, data, size, counts }, probs) {
  if (!hover) return "";
  const i = hover.row * size + hover.next,
    [a, b] = [data.labels[hover.row], data.labels[hover.next]];
  return `${a}${b}: counted ${counts.all[i].toLocaleString("en")} times, P(${b} | ${a}) = ${probs[i].toFixed(6)}`;
}
