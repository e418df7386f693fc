// What a nudge does, painted from the state alone: a drag, a rerun and a theme change come through here.

import { paintRow, paintRowOutlines } from "../../components/live/paint/bars.js";
import { paintWords, prepare, write } from "../../components/live/paint/canvas.js";
import { placeTip } from "../../components/live/paint/cell_pointer.js";
import { decimals, exact, significant } from "../../components/live/paint/format.js";
import { writeNumbers } from "../../components/live/paint/metrics.js";
import { alongSlider, paintCurve, paintLevel, placeDot, plotLayout } from "../../components/live/paint/plot.js";
import { showsPython } from "../../components/live/sync/live_view.js";
import { textsDue } from "../../components/live/sync/frame_budget.js";
import { positionOf, valueBetween } from "../../components/live/model/scale.js";
import { nudgeCell, nudgedRow, rowOf } from "./work.js";

const CURVE = 130,
  BARS = 150; // pixels high

export function paintView(S) {
  const { size, theme, now } = S,
    { nudge, row, next } = S.page.values,
    here = nudgeCell(S, { row, next, nudge });
  paintStill(S, row, next);
  const probs = nudgedRow(S, { row, next, nudge }, new Float64Array(size));
  const bars = { probs, top: S.rowTop, size, row: 0, colour: theme.counted, chosen: next, theme };
  paintRow(S.bars, S.widths.bars, BARS, bars);
  placeDot(S.dot, S.plot, S.plot.x(positionOf(scaleOf(S), nudge)), here.rise);
  placeTip(S, S.tip, inWords(S, probs, row), S.widths.bars);
  if (!textsDue(S, 2)) return S.ask();
  writeNumbers(S.numbers, showsPython(S) ? now.numbers : here);
  write(S.told, inOneLine(S, here));
}

/** What does not move with the nudge: painted when the size, the theme, the data, the cell or the pointer changes. */
function paintStill(S, row, next) {
  const { data, size, theme, width, hover } = S,
    { labels } = data,
    scale = scaleOf(S);
  const shown = JSON.stringify([width, devicePixelRatio, theme.name, S.source, row, next, hover?.next]);
  if (S.still === shown) return;
  S.still = shown;
  // widths are read here alone: reading one while painting would lay the page out anew on every frame
  S.widths = { curve: S.curve.clientWidth, bars: S.outlines.clientWidth };
  const rises = Array.from(
    { length: scale.last + 1 },
    (_, i) => nudgeCell(S, { row, next, nudge: valueBetween(scale, i) }).rise,
  );
  paintRise(S, rises);
  const counted = rowOf(S.counted, size, row),
    highest = nudgeCell(S, { row, next, nudge: scale.stops.at(-1) }).prob;
  S.rowTop = counted.reduce((a, b) => Math.max(a, b), Math.max(1 / size, Math.min(highest, 1)));
  S.at = { left: 0, top: 0, cell: S.widths.bars / size, high: BARS };
  const outlines = { outlined: counted, top: S.rowTop, size, labels, row: 0, theme },
    { ctx } = paintRowOutlines(S.outlines, S.widths.bars, BARS, outlines);
  ctx.strokeStyle = theme.chosen;
  if (hover) ctx.strokeRect(hover.next * S.at.cell, 1, S.at.cell, BARS - 2);
  write(S.title, `After “${labels[row]}”`);
  write(
    S.scale,
    `the row; outlines: as counted · in magenta the pair “${labels[row]}${labels[next]}” that is nudged; the others share what is left. Click another bar.`,
  );
}

function scaleOf({ data }) {
  return data.controls.nudge.scale;
}

/** How much the nll rises, over the slider. */
function paintRise(S, rises) {
  const { theme } = S,
    size = { width: S.widths.curve, height: CURVE },
    { ctx } = prepare(S.curve, size.width, size.height),
    most = Math.max(...rises);
  const x = alongSlider(size.width, scaleOf(S).last),
    at = (S.plot = plotLayout(size, { x, low: 0, high: most || 1, top: 14, bottom: 22 }));
  paintLevel(ctx, at, theme, 0, `as counted: ${decimals(S.nll, 7)} nats`, { under: true });
  paintCurve(ctx, at, rises, { colour: theme.counted });
  if (most > 0) paintWords(ctx, theme, `+ ${significant(most, 3)} nats`, 0, 7);
}

function inOneLine({ data, page: { values } }, { count, total, rise, slope }) {
  const { labels } = data,
    pair = `“${labels[values.row]}${labels[values.next]}”`;
  if (total === 0) return `After “${labels[values.row]}” nothing was counted: there is no row to nudge.`;
  if (count === 0)
    return `${pair} was never counted, and any number of times 0 is 0: nothing moves. Choose a pair that was counted.`;
  if (count === total)
    return `${pair} is the only pair of its row: taken any number of times it is all of it, and nothing moves.`;
  if (Math.abs(rise) < 1e-12)
    return `Here the nll is lowest, and its slope is 0: ${exact(count)} of ${exact(total)}, as counted.`;
  return slope > 0
    ? "Too probable now: the nll falls on the way back to what was counted."
    : "Too rare now: the nll falls on the way up to what was counted.";
}

function inWords({ hover, data, size, counts, counted }, probs, row) {
  if (!hover) return "";
  const i = row * size + hover.next,
    [a, b] = [data.labels[row], data.labels[hover.next]];
  return `${a}${b}: counted ${exact(counts[i])} times, P(${b} | ${a}) = ${decimals(counted[i], 6)}, now ${decimals(probs[hover.next], 6)}`;
}
