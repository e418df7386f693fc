// What counts beside the net show, painted from the state alone: a drag, a rerun and a theme change all come through here.

import { barsLayout, paintBarLabels, paintBars, paintRow, paintRowOutlines } from "../../components/live/paint/bars.js";
import { isStale, paintWords, prepare, write } from "../../components/live/paint/canvas.js";
import { sayAtRest, showCaption } from "../../components/live/paint/caption.js";
import { paintTables } from "../../components/live/paint/cell_pointer.js";
import { isFolded, openFolds } from "../../components/live/paint/folds.js";
import { decimals, exact, fill, significant } from "../../components/live/paint/format.js";
import { isolated, joined } from "../../components/live/paint/letters.js";
import { byRoot, bySignedRoot, paintPixels } from "../../components/live/paint/grid.js";
import { writeNumbers } from "../../components/live/paint/metrics.js";
import { showsPython } from "../../components/live/sync/live_view.js";
import { textsDue } from "../../components/live/sync/frame_budget.js";
import { largest, rowOf } from "../../components/live/model/model.js";
import { comparisonFacts } from "./caption.js";
import { drawNames, paintDraw, sameNames, showCards } from "./paired_names.js";
import { cellInWords, work } from "./work.js";

const BARS = 170,
  MOST = 0.2; // pixels; the ends of the colours of a difference
const KEYS = ["nll", "train_nll", "dev_nll"];

/** Paint what is in sight, or all of it. */
export function paintView(S) {
  const all = S.onPaper;
  const { size, theme, tables } = S,
    { row } = S.page.values,
    texts = textsDue(S, 4),
    done = work(S);
  paintStill(S);
  const seen = (canvas, paint) => (all || S.inSight.has(canvas)) && paint(),
    cells = ({ cells }, values, colourOf) => seen(cells, () => paintPixels(cells, values, size, colourOf));
  cells(tables.counted, S.countedProbs, byRoot(theme.scale, S.top));
  cells(tables.net, S.netProbs, byRoot(theme.netScale, S.top));
  cells(tables.difference, S.difference, bySignedRoot(theme.difference, MOST));
  seen(S.bars, () => {
    const shared = { top: S.rowTop, size, row, theme };
    paintRow(S.bars, S.widths.bars, BARS, { ...shared, probs: S.netProbs, colour: theme.net });
    const outlines = { ...shared, outlined: S.countedProbs, labels: S.data.labels };
    paintRowOutlines(S.outlines, S.widths.bars, BARS, outlines);
  });
  seen(S.rows, () => paintKl(S, row));
  if (done.behind) S.ask();
  if (!texts) return S.ask();
  drawNames(S);
  showCards(S);
  paintDraw(S);
  const python = showsPython(S) && !done.behind,
    numbers = python ? S.now.numbers : done;
  writeNumbers(S.numbers, numbers);
  for (const [model, suffix] of [
    ["counts", "counts"],
    ["net", "neural"],
  ])
    KEYS.forEach((key, i) => write(S.nlls[model][i], decimals(numbers[`${key}_${suffix}`], 4)));
  const cell = S.hover ?? S.cell,
    largest = { row: done.cell.previous, next: done.cell.next };
  write(S.arithmetic, cell ? cellInWords(S, cell) : fill(S.data.texts.largest, { cell: cellInWords(S, largest) }));
  if (!done.behind) for (const text of [S.arithmetic, S.drawn]) sayAtRest(S, text);
  const soFar = () => ({ epoch: exact(done.epoch), epochs: exact(S.page.values.epochs) });
  if (done.behind) write(S.caption, fill(S.data.texts.so_far, soFar()));
  else showCaption(S, python ? numbers.caption : factsOf(S, done));
  if (!isFolded(S.words)) showWords(S);
}

/** What does not move with the sliders: painted when the size, the theme, the data, the row or the pointer changes. */
function paintStill(S) {
  const { data, size, hover } = S,
    { row } = S.page.values,
    cell = hover ?? S.cell;
  if (!isStale(S, row, cell?.row, cell?.next, openFolds(S))) return;
  S.draw.hidden = false; // a hidden one has no width
  S.widths = { bars: S.bars.clientWidth, rows: S.rows.clientWidth, draw: S.pictures.counts.clientWidth };
  paintTables(S, cell);
  S.top = largest(S.unsmoothed, 1 / size);
  S.rowTop = largest(rowOf(S.unsmoothed, size, row), Math.min(0.1, 4 / size)) * 1.15; // room for a net that is too sure
  write(S.title, fill(data.texts.row, { row: data.labels[row] }));
}

/** What each row adds to the kl, in the order of the table. */
function paintKl({ rows, widths, kls, size, data, theme }, chosen) {
  const canvas = prepare(rows, widths.rows, BARS),
    { ctx } = canvas,
    most = kls.reduce((a, b) => Math.max(a, Number.isFinite(b) ? b : 0), 1e-12),
    at = barsLayout(canvas, size, { above: 18 });
  paintBars(ctx, at, {
    lengthOf: (row) => (Math.min(kls[row], most) / most) * at.long,
    colourOf: (row) => (row === chosen ? theme.chosen : theme.net),
  });
  paintBarLabels(ctx, at, { labels: data.labels, chosen, theme });
  paintWords(ctx, theme, fill(data.texts.highest, { most: significant(most, 3) }), 2, 8);
}

/** Each word of the box: every pair with both probabilities, and the mean nll of each model. */
function showWords(S) {
  const { now, size, countedProbs, netProbs } = S,
    probs = now.words.map((ids) => pairsOf(ids, size).map((i) => [countedProbs[i], netProbs[i]])),
    key = JSON.stringify([now.words, probs]);
  if (S.wordsShown === key) return;
  S.wordsShown = key;
  S.words.replaceChildren(...now.words.map((ids) => tableOf(S, ids)));
}

function tableOf({ size, data, countedProbs, netProbs }, ids) {
  const { labels } = data,
    pairs = pairsOf(ids, size),
    nll = (probs) => decimals(pairs.reduce((sum, i) => sum - Math.log(probs[i]), 0) / pairs.length, 4),
    pair = (i) => isolated(joined([labels[Math.floor(i / size)], labels[i % size]]));
  const lines = [
    ["", data.texts.counted, data.texts.net],
    ...pairs.map((i) => [pair(i), decimals(countedProbs[i], 4), decimals(netProbs[i], 4)]),
    [data.texts.mean, nll(countedProbs), nll(netProbs)],
  ];
  const table = document.createElement("table");
  table.createCaption().textContent = joined(ids.slice(1, -1).map((id) => labels[id]));
  for (const line of lines) {
    const row = table.insertRow();
    for (const text of line) row.insertCell().textContent = text;
  }
  return table;
}

function pairsOf(ids, size) {
  return ids.slice(1).map((id, i) => ids[i] * size + id);
}

/** The facts that the caption is chosen by, and the numbers that fill it. */
function factsOf(S, { kl, flatter, epoch, overflowed, diverged }) {
  return comparisonFacts({ kl, flatter, epoch, same: sameNames(S), away: overflowed || diverged }, S.page.values);
}
