// What λ beside smoothing shows, painted from its state alone: a drag, a rerun and a theme change all come through here.

import { paintRow, paintRowOutlines } from "../../components/live/paint/bars.js";
import { isStale, prepare, write } from "../../components/live/paint/canvas.js";
import { paintTables, placeTip } from "../../components/live/paint/cell_pointer.js";
import { showCaption } from "../../components/live/paint/caption.js";
import { openFolds } from "../../components/live/paint/folds.js";
import { decimals } from "../../components/live/paint/format.js";
import { byRoot, bySign, outline, paintPixels } from "../../components/live/paint/grid.js";
import { alongSlider } from "../../components/live/paint/plot.js";
import { largest, likeliest, rowOf, smoothedProbs } from "../../components/live/model/model.js";
import { optimumProbs } from "../../components/live/model/optimum.js";
import { showsPython } from "../../components/live/sync/live_view.js";
import { halfDue, paintOnce, textsDue } from "../../components/live/sync/frame_budget.js";
import { paintGaps, paintNote, paintSides, paintSpring } from "./pictures.js";
import { regularizationFacts } from "./caption.js";
import { inWords, showTexts } from "./texts.js";
import { gapsOfRows, pullsOn, roundUp, sideBySide } from "./work.js";

const CURVES = 110,
  BARS = 150; // pixels high
const MOST = 0.1; // the difference at the ends of its scale

/** Show S. While a hand moves: both models' tables on every frame, the other pictures and the texts in turn. */
export function paintView(S) {
  const { size, theme } = S,
    { lam, smoothing, row } = S.page.values,
    texts = textsDue(S, 2),
    others = halfDue(S, 1);
  optimumProbs(S.counts, size, lam, S.weights, S.netProbs);
  smoothedProbs(S.counts, size, smoothing, S.countedProbs);
  for (let i = 0; i < size * size; i++) S.differences[i] = S.netProbs[i] - S.countedProbs[i];
  paintStill(S);
  const { net, counted, difference } = S.tables;
  const pulled = pullsOn(S, { lam, row, next: S.next }),
    shows = JSON.stringify([S.still, lam, smoothing]);
  // what is in a closed part has no width
  const show = (canvas, due, paint, width = 1) => width && paintOnce(S, canvas, shows, due, paint);
  const pixels = ({ cells }, due, values, colourOf) =>
    show(cells, due, () => paintPixels(cells, values, size, colourOf));
  pixels(net, true, S.netProbs, byRoot(theme.netScale, S.top));
  pixels(counted, true, S.countedProbs, byRoot(theme.scale, S.top));
  pixels(difference, others, S.differences, bySign(theme.difference, MOST));
  show(
    S.gaps,
    others,
    () => {
      const gaps = gapsOfRows(S.differences, size, S.gapsOfRows);
      paintGaps(prepare(S.gaps, S.widths.gaps, BARS), { gaps, size, labels: S.data.labels, row, theme });
    },
    S.widths.gaps,
  );
  const bars = { probs: S.netProbs, top: S.rowTop, size, row, colour: theme.net, theme };
  show(S.bars, others, () => paintRow(S.bars, S.widths.bars, BARS, bars), S.widths.bars);
  show(S.spring, others, () => showSpring(S, pulled), S.widths.spring);
  for (const [name, { tip }] of Object.entries(S.tables)) {
    if (name === S.over) placeTip(S, tip, inWords(S), S.at.width);
    else if (!tip.hidden) tip.hidden = true;
  }
  if (!texts) return S.ask();
  const python = showsPython(S),
    numbers = python ? S.now.numbers : sideBySide(S, { lam, row });
  showTexts(S, numbers, pulled);
  showCaption(S, python ? numbers.caption : regularizationFacts(numbers, S.page.values, S.data.labels));
}

/** What does not move with the sliders: painted when the size, the theme, the data, the row or the pointer changes. */
function paintStill(S) {
  const { data, size, theme, hover } = S,
    { labels } = data,
    { row } = S.page.values;
  if (S.column !== null && S.columnRow !== row) S.column = S.hover?.row === row ? S.column : null; // another row was chosen elsewhere
  S.columnRow = row;
  S.next = S.column ?? likeliest(rowOf(S.counts, size, row));
  if (!isStale(S, row, S.next, hover?.row, hover?.next, openFolds(S))) return;
  const canvases = {
    lam: S.sides.lam.curve,
    smoothing: S.sides.smoothing.curve,
    gaps: S.gaps,
    bars: S.bars,
    spring: S.spring,
  };
  S.widths = Object.fromEntries(Object.entries(canvases).map(([name, canvas]) => [name, canvas.clientWidth]));
  paintTables(S, hover);
  for (const { frame } of Object.values(S.tables))
    outline(frame.getContext("2d"), S.at, { row, next: S.next }, theme.chosen);
  if (S.widths.lam) paintCurves(S);
  S.rowTop = largest(rowOf(S.unsmoothed, size, row), 1 / size);
  const outlines = { outlined: S.unsmoothed, top: S.rowTop, size, labels, row, theme };
  if (S.widths.bars) paintRowOutlines(S.outlines, S.widths.bars, BARS, outlines);
  write(S.key, decimals(S.top, 4));
}

/** The curves over both sliders. */
function paintCurves({ data, sides, widths, theme }) {
  const { chance, floor, ...curves } = data.curves;
  for (const [name, colour] of [
    ["lam", theme.net],
    ["smoothing", theme.counted],
  ]) {
    const canvas = prepare(sides[name].curve, widths[name], CURVES),
      x = alongSlider(widths[name], data.controls[name].scale.last);
    sides[name].plot = paintSides(canvas, { data, ...curves[name], chance, floor, x, colour, theme });
  }
}

function showSpring(S, { w, data: pull, penalty }) {
  const { theme } = S,
    canvas = prepare(S.spring, S.widths.spring, BARS);
  if (w === null) {
    return paintNote(canvas, S.data.texts.no_spring.split("\n"), theme);
  }
  const most = roundUp(S.weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 1e-9)),
    full = roundUp(Math.max(1e-12, Math.abs(pull), Math.abs(penalty)));
  paintSpring(canvas, { data: S.data, w, pull, penalty, most, full, theme });
}
