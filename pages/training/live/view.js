// What the training picture shows, painted from its state alone: a drag, a rerun and a theme change all come through here.

import { paintLyingBars, paintRow, paintRowOutlines } from "../../components/live/paint/bars.js";
import { isGuessing, isStale, paintLabels, paintWords, prepare, write } from "../../components/live/paint/canvas.js";
import { paintTables } from "../../components/live/paint/cell_pointer.js";
import { sayAtRest, showCaption } from "../../components/live/paint/caption.js";
import { openFolds } from "../../components/live/paint/folds.js";
import { exact, fill, significant } from "../../components/live/paint/format.js";
import { byRoot, bySign, bySignedRoot, paintPixels } from "../../components/live/paint/grid.js";
import { showNames, writeNames, writeNumbers, writeWords } from "../../components/live/paint/metrics.js";
import { rowKl } from "../../components/live/model/distance.js";
import { largest, likeliest, rowOf, sampleWord, sampleWords } from "../../components/live/model/model.js";
import { halfDue, paintOnce, textsDue } from "../../components/live/sync/frame_budget.js";
import { showsPython } from "../../components/live/sync/live_view.js";
import { paintLeft, paintLoss } from "./curves.js";
import { trainingFacts } from "./caption.js";
import { cellInWords, takeCounts, work } from "./work.js";

const BARS = 150,
  ROW = 12; // pixels
const MOST = { difference: 0.2, weights: 5 }; // the ends of their colours: fixed, so that a colour means the same at every epoch

/** Paint what is in sight, or all of it; while a hand moves, the net's table and the loss on every frame, the others in two halves. */
export function paintView(S) {
  const all = S.onPaper;
  takeCounts(S);
  const { data, size, theme, run, tables, only } = S,
    { lam, row } = S.page.values,
    { scale } = data.controls.epochs,
    texts = textsDue(S, 4),
    done = work(S, texts),
    python = showsPython(S) && !done.behind; // what is shown is of one run: all Python's, or all the browser's
  paintStill(S);
  const shows = JSON.stringify([S.still, S.settings, done.epoch, run.known, S.best.lam, python]),
    [even, odd] = [0, 1].map((half) => all || halfDue(S, half));
  const seen = (canvas, due, paint) => (all || S.inSight.has(canvas)) && paintOnce(S, canvas, shows, due, paint);
  const cells = ({ cells }, due, values, colourOf) =>
    seen(cells, due, () => paintPixels(cells, values, size, colourOf));
  const high = 1.04 * Math.max(Math.log(size), run.nll[0]),
    low = S.lowest - 0.06 * (high - S.lowest);
  cells(tables.net, true, S.probs, byRoot(theme.netScale, S.top));
  cells(tables.difference, even, S.difference, bySignedRoot(theme.difference, MOST.difference));
  cells(tables.weights, odd, S.weights, bySign(theme.difference, MOST.weights));
  const numbers = python ? S.now.numbers : done,
    loss = {
      data,
      run,
      work: done,
      numbers,
      lam,
      size,
      frequency: data.frequency[only],
      low,
      high,
      scale,
      guessing: isGuessing(S),
      theme,
    };
  seen(S.curve, true, () => paintLoss(S.curve, S.widths.curve, loss));
  seen(S.left, odd, () => paintLeft(S.left, S.widths.left, loss));
  const bars = { probs: S.probs, top: S.rowTop, size, row, colour: theme.net, theme };
  seen(S.bars, even, () => paintRow(S.bars, S.widths.bars, BARS, bars));
  seen(S.rows, odd, () => paintRows(S, row));
  if (done.behind) S.ask();
  if (!texts) return S.ask();
  writeNumbers(S.numbers, numbers);
  if (done.behind)
    write(S.caption, fill(data.texts.so_far, { epoch: exact(done.epoch), epochs: exact(S.page.values.epochs) }));
  else showCaption(S, python ? numbers.caption : factsOf(S, done));
  const cell = S.hover ?? S.cell ?? { row, next: likeliest(rowOf(S.counted, size, row)) };
  write(S.arithmetic, cellInWords(S, cell));
  if (!done.behind) sayAtRest(S, S.arithmetic);
  const names = data.uniforms.own.map((own) => sampleWord(S.probs, size, own));
  showNames(S.names, names, S.before, data);
  if (python) writeWords(S.stream, S.now.numbers.names, data);
  else writeNames(S.stream, sampleWords(S.probs, size, data.uniforms.stream, S.now.numbers.names.length), data);
}

/** What does not move with the sliders: painted when the size, the theme, the data, the row or the pointer changes. */
function paintStill(S) {
  const { data, size, theme, hover } = S,
    { row } = S.page.values,
    cell = hover ?? S.cell;
  if (!isStale(S, S.only, row, cell?.row, cell?.next, openFolds(S))) return;
  S.widths = Object.fromEntries(["curve", "left", "bars", "rows"].map((name) => [name, S[name].clientWidth]));
  paintTables(S, cell);
  S.top = largest(S.counted, 1 / size);
  S.lowest =
    S.counts.reduce((sum, count, i) => sum - (count ? count * Math.log(S.counted[i]) : 0), 0) /
    S.totals.reduce((a, b) => a + b);
  S.rowTop = largest(rowOf(S.counted, size, row), Math.min(0.1, 4 / size)) * 1.15; // room for a net that is too sure
  paintPixels(S.tables.counted.cells, S.known, size, byRoot(theme.scale, S.top));
  const outlines = { outlined: S.known, top: S.rowTop, size, labels: data.labels, row, theme };
  if (S.widths.bars) paintRowOutlines(S.outlines, S.widths.bars, BARS, outlines);
  write(S.title, fill(data.texts.row, { row: data.labels[row] }));
}

/** The rows that have counts, the one farthest from its counted row first: letter, bar, nats. */
function paintRows({ rows, widths, data, size, totals, counted, probs, theme }, chosen) {
  const far = rowKl(counted, probs, size),
    order = [...far.keys()].filter((row) => totals[row]).sort((a, b) => far[b] - far[a]);
  const { ctx, width } = prepare(rows, widths.rows, order.length * ROW + 4),
    lengthOf = (i) => (far[order[i]] / Math.max(far[order[0]], 1e-9)) * (width - 70),
    middle = (i) => (i + 0.5) * ROW + 2;
  const isChosen = (i) => order[i] === chosen,
    colourOf = (i) => (isChosen(i) ? theme.chosen : theme.net);
  paintLyingBars(ctx, { top: 2, base: 16, size: order.length, slot: ROW }, { lengthOf, colourOf });
  paintLabels(ctx, theme, {
    labels: order.map((row) => data.labels[row]),
    slot: ROW,
    placeOf: (i) => [7, middle(i)],
    chosen: order.includes(chosen) ? order.indexOf(chosen) : null,
    room: 13,
    largest: 11,
  });
  order.forEach((row, i) => {
    const colour = isChosen(i) ? theme.chosen : theme.text;
    if (i % 2 === 0 || size < 20)
      paintWords(ctx, theme, significant(far[row], 2), 20 + lengthOf(i), middle(i), { colour });
  });
}

/** The facts that the caption is chosen by, and the numbers that fill it. */
function factsOf({ run, data, size, only, page }, done) {
  const lowest = run.loss.slice(0, done.epoch + 1).reduce((a, b) => Math.min(a, b));
  return trainingFacts(done, { first: run.loss[0], lowest, letters: data.frequency[only], size }, page.values);
}
