// What a nudge does, painted from the state alone: a drag, a rerun and a theme change come through here.

import { paintBars, paintOutlines } from "../../components/live/paint/bars.js";
import { dashed, prepare, write } from "../../components/live/paint/canvas.js";
import { placeTip } from "../../components/live/paint/cell_pointer.js";
import { writeNumbers } from "../../components/live/paint/metrics.js";
import { atRest } from "../../components/live/sync/shared_state.js";
import { textsDue } from "../../components/live/sync/frame_budget.js";
import { positionOf, valueBetween } from "../../components/live/model/scale.js";
import { nudgeCell, nudgedRow, rowOf } from "./work.js";

const CURVE = 130,
  BARS = 150; // pixels high

export function paintView(S) {
  const { data, size, theme, now } = S,
    { nudge, next } = S.owned.values,
    { row } = now,
    here = nudgeCell(S, { row, next, nudge });
  paintStill(S, row, next);
  const probs = nudgedRow(S, { row, next, nudge }, new Float64Array(size));
  const bars = prepare(S.bars, S.widths.bars, BARS);
  paintBars(bars, { probs, top: S.rowTop, size, row: 0, colour: theme.counted });
  paintBars(bars, {
    probs: probs.map((prob, i) => (i === next ? prob : 0)),
    top: S.rowTop,
    size,
    row: 0,
    colour: theme.chosen,
  });
  S.dot.style.transform = `translate(${alongSlider(S)(positionOf(data.scale, nudge))}px, ${heightOf(S, here.rise)}px)`;
  S.control.show(nudge);
  placeTip(S, S.tip, inWords(S, probs, row), S.widths.bars);
  if (!textsDue(S, 2)) return S.ask();
  writeNumbers(S.numbers, atRest(S.owned) ? now.numbers : here);
  write(S.told, inOneLine(S, here));
}

/** What does not move with the nudge: painted when the size, the theme, the data, the cell or the pointer changes. */
function paintStill(S, row, next) {
  const { data, size, theme, width, hover } = S,
    { labels, scale } = data;
  const shown = JSON.stringify([width, devicePixelRatio, theme.name, S.source, row, next, hover?.next]);
  if (S.still === shown) return;
  S.still = shown;
  // widths are read here alone: reading one while painting would lay the page out anew on every frame
  S.widths = { curve: S.curve.clientWidth, bars: S.outlines.clientWidth };
  const rises = Array.from(
    { length: scale.last + 1 },
    (_, i) => nudgeCell(S, { row, next, nudge: valueBetween(scale, i) }).rise,
  );
  S.most = Math.max(...rises);
  paintCurve(S, rises);
  const counted = rowOf(S.counted, size, row),
    highest = nudgeCell(S, { row, next, nudge: scale.stops.at(-1) }).prob;
  S.rowTop = counted.reduce((a, b) => Math.max(a, b), Math.max(1 / size, Math.min(highest, 1)));
  S.at = { left: 0, top: 0, cell: S.widths.bars / size, high: BARS };
  const outlines = prepare(S.outlines, S.widths.bars, BARS);
  paintOutlines(outlines, { outlined: counted, top: S.rowTop, size, labels, row: 0, theme });
  if (hover) {
    outlines.ctx.strokeStyle = theme.chosen;
    outlines.ctx.strokeRect(hover.next * S.at.cell, 1, S.at.cell, BARS - 2);
  }
  write(S.title, `After “${labels[row]}”`);
  write(
    S.scale,
    `the row; outlines: as counted · in magenta the pair “${labels[row]}${labels[next]}” that is nudged; the others share what is left. Click another bar.`,
  );
}

/** How much the nll rises, over the slider. */
function paintCurve(S, rises) {
  const { theme } = S,
    { ctx, width } = prepare(S.curve, S.widths.curve, CURVE),
    x = alongSlider(S);
  dashed(ctx, theme.uniform, 0, heightOf(S, 0), width, heightOf(S, 0));
  Object.assign(ctx, {
    strokeStyle: theme.counted,
    lineWidth: 3,
    fillStyle: theme.text,
    font: `11px ${theme.font}`,
    textBaseline: "middle",
    textAlign: "left",
  });
  ctx.beginPath();
  rises.forEach((rise, i) => ctx.lineTo(x(i), heightOf(S, rise)));
  ctx.stroke();
  ctx.fillText(`as counted: ${S.nll.toFixed(7)} nats`, 0, heightOf(S, 0) + 11);
  if (S.most > 0) ctx.fillText(`+ ${S.most.toPrecision(3)} nats`, 0, 8);
}

function heightOf({ most }, rise) {
  return CURVE - 22 - (most > 0 ? rise / most : 0) * (CURVE - 36);
}

/** From a position of the slider to pixels: its thumb is 18 wide. */
function alongSlider({ data, widths }) {
  return (position) => 9 + (position / data.scale.last) * (widths.curve - 18);
}

function inOneLine({ data, now, owned }, { count, total, rise, slope }) {
  const { labels } = data,
    pair = `“${labels[now.row]}${labels[owned.values.next]}”`;
  if (total === 0) return `After “${labels[now.row]}” nothing was counted: there is no row to nudge.`;
  if (count === 0)
    return `${pair} was never counted, and any number of times 0 is 0: nothing moves. Choose a pair that was counted.`;
  if (count === total)
    return `${pair} is the only pair of its row: taken any number of times it is all of it, and nothing moves.`;
  if (Math.abs(rise) < 1e-12)
    return `Here the nll is lowest, and its slope is 0: ${count.toLocaleString("en")} of ${total.toLocaleString("en")}, as counted.`;
  return slope > 0
    ? "Too probable now: the nll falls on the way back to what was counted."
    : "Too rare now: the nll falls on the way up to what was counted.";
}

function inWords({ hover, data, size, counts, counted }, probs, row) {
  if (!hover) return "";
  const i = row * size + hover.next,
    [a, b] = [data.labels[row], data.labels[hover.next]];
  return `${a}${b}: counted ${counts[i].toLocaleString("en")} times, P(${b} | ${a}) = ${counted[i].toFixed(6)}, now ${probs[hover.next].toFixed(6)}`;
}
