// What it does when one count is scaled, painted from the state alone: a drag, a rerun and a theme change come through here.

import { barsLayout, paintRow, paintRowOutlines } from "../../components/live/paint/bars.js";
import { isGuessing, isStale, paintWords, prepare, write } from "../../components/live/paint/canvas.js";
import { placeTip } from "../../components/live/paint/cell_pointer.js";
import { decimals, exact, fill, pairText, significant } from "../../components/live/paint/format.js";
import { joined } from "../../components/live/paint/letters.js";
import { writeNumbers } from "../../components/live/paint/metrics.js";
import { alongSlider, paintCurve, paintLevel, placeDot, plotLayout } from "../../components/live/paint/plot.js";
import { showsPython } from "../../components/live/sync/live_view.js";
import { textsDue } from "../../components/live/sync/frame_budget.js";
import { positionOf, valueBetween } from "../../components/live/model/scale.js";
import { largest, rowOf } from "../../components/live/model/model.js";
import { scaleCount, scaledRow } from "./work.js";

const CURVE = 130,
  BARS = 130; // pixels high
const ROOM = 1.5; // the picture of the row is this much higher than its highest bar as counted

export function paintView(S) {
  const { size, theme, now } = S,
    { nudge: factor, row, next } = S.page.values,
    here = scaleCount(S, { row, next, factor });
  paintStill(S, row, next);
  const probs = scaledRow(S, { row, next, factor }, new Float64Array(size));
  const bars = { probs, top: S.rowTop, size, row: 0, colour: theme.counted, chosen: next, theme };
  paintRow(S.bars, S.widths.bars, BARS, bars);
  paintChosen(S, next, here.prob);
  placeDot(S.dot, S.plot, S.plot.x(positionOf(scaleOf(S), factor)), here.rise);
  placeTip(S, S.tip, inWords(S, probs, row), S.widths.bars);
  if (!textsDue(S, 2)) return S.ask();
  writeNumbers(S.numbers, (showsPython(S) && now.numbers) || here);
  write(S.message, inOneLine(S, here));
}

/** What does not move with the factor: painted when the size, the theme, the data, the cell or the pointer changes. */
function paintStill(S, row, next) {
  const { data, size, theme, hover } = S,
    { labels } = data,
    scale = scaleOf(S);
  if (!isStale(S, row, next, hover?.next)) return;
  S.widths = { curve: S.curve.clientWidth, bars: S.outlines.clientWidth };
  const rises = Array.from(
    { length: scale.last + 1 },
    (_, i) => scaleCount(S, { row, next, factor: valueBetween(scale, i) }).rise,
  );
  paintRise(S, rises);
  const counted = rowOf(S.counted, size, row);
  S.rowTop = ROOM * Math.max(largest(counted, 1 / size), counted[next]);
  S.at = { left: 0, top: 0, cell: S.widths.bars / size, high: BARS, rows: 1, columns: size };
  const outlines = { outlined: counted, top: S.rowTop, size, labels, row: 0, theme },
    { ctx } = paintRowOutlines(S.outlines, S.widths.bars, BARS, outlines);
  ctx.strokeStyle = theme.chosen;
  if (hover) ctx.strokeRect(hover.next * S.at.cell, 1, S.at.cell, BARS - 2);
  write(S.title, fill(data.texts.row, { row: labels[row] }));
  write(S.scale, fill(data.texts.row_note, { pair: joined([labels[row], labels[next]]) }));
}

/** The probability of the pair over its bar; beside it where the bar is higher than the picture. */
function paintChosen({ bars, widths, size, rowTop, theme }, next, prob) {
  const ctx = bars.getContext("2d"),
    { slot, base, long } = barsLayout({ width: widths.bars, height: BARS }, size),
    off = prob > rowTop;
  const left = next < size / 2,
    x = (next + 0.5) * slot + (off ? (left ? 0.5 : -0.5) * slot : 0),
    y = off ? 9 : base - (prob / rowTop) * long - 7;
  const align = off ? (left ? "left" : "right") : next === 0 ? "left" : next === size - 1 ? "right" : "center";
  paintWords(ctx, theme, `${decimals(prob, 4)}${off ? " ↑" : ""}`, x, Math.max(9, y), { align, colour: theme.chosen });
}

function scaleOf({ data }) {
  return data.controls.nudge.scale;
}

/** How much the nll rises, over the slider. */
function paintRise(S, rises) {
  const { theme, data } = S,
    size = { width: S.widths.curve, height: CURVE },
    { ctx } = prepare(S.curve, size.width, size.height),
    most = Math.max(...rises);
  const x = alongSlider(size.width, scaleOf(S).last),
    at = (S.plot = plotLayout(size, { x, low: 0, high: most || 1, top: 14, bottom: 22 }));
  const guessing = isGuessing(S), // then the nll of the list is a secret
    level = guessing ? data.texts.as_counted_hidden : fill(data.texts.as_counted, { nll: decimals(S.nll, 7) });
  paintLevel(ctx, at, theme, 0, level, { under: true });
  paintCurve(ctx, at, rises, { colour: theme.counted });
  if (most > 0) paintWords(ctx, theme, fill(data.texts.rise, { most: significant(most, 3) }), 0, 7);
}

function inOneLine({ data, page: { values } }, { count, total, rise, slope }) {
  const { labels } = data,
    pair = joined([labels[values.row], labels[values.next]]);
  if (total === 0) return fill(data.texts.no_row, { row: labels[values.row] });
  if (count === 0) return fill(data.texts.never, { pair });
  if (count === total) return fill(data.texts.only, { pair });
  if (Math.abs(rise) < 1e-12) return fill(data.texts.lowest, { count: exact(count), total: exact(total) });
  return slope > 0 ? data.texts.too_high : data.texts.too_low;
}

function inWords({ hover, data, size, counts, counted }, probs, row) {
  if (!hover) return "";
  const i = row * size + hover.next,
    pair = pairText(data, { row, next: hover.next }, counts[i], counted[i]);
  return fill(data.texts.now, { pair, prob: decimals(probs[hover.next], 6) });
}
