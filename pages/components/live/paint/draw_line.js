// The picture of one draw: above, what decides it; below, over the same letters, the bars of its row. No state.
// `phase` is how much of the draw has happened, 0 to 1; at 1 the letter is known.

import { paintArrowHead, paintDot, paintLine, paintWords } from "./canvas.js";
import { paintBarLabels, paintBars } from "./bars.js";
import { decimals, fill } from "./format.js";
import { paintAxis, plotLayout } from "./plot.js";

const AXIS = 44,
  TITLE = 20,
  BELOW = 105,
  LETTERS = 20,
  GAP = 10;

/** The layout of the picture, in pixels. `above` is null for the kind "unseen", where nothing is known of what decides
 *  a draw.
 * @param {number} width @param {number} size @param {string} kind "inversion", "race" or "unseen" */
export function pictureLayout(width, size, kind) {
  const slot = (width - AXIS - 4) / size,
    seen = kind !== "unseen";
  const above = seen
    ? { top: TITLE, bottom: TITLE + (globalThis.innerHeight < 560 ? 105 : width < 560 ? 120 : 150) }
    : null; // on a slide, a phone
  const top = (seen ? above.bottom + GAP : 0) + TITLE;
  const below = { top, bottom: top + BELOW };
  const x = (/** @type {number} */ i) => AXIS + (i + 0.5) * slot;
  return { width, slot, above, below, x, height: below.bottom + LETTERS };
}

/** @typedef {ReturnType<typeof pictureLayout>} Layout */

/** The whole picture. `row` has the probabilities of the row and, for an inversion, their cumulative sums; `draw` what
 *  decided it, see decisionAt in model/streams.js; `hover` the letter that is pointed at.
 * @param {CanvasRenderingContext2D} ctx @param {Layout} at
 * @param {{ data: { labels: string[], shared: Object<string, string> }, draw: any, row: { p: number[], cumulative?:
 * ArrayLike<number> }, kind: string, phase: number, hover: number | null, theme: import("./canvas.js").Theme }}
 * scene */
export function paintPicture(ctx, at, scene) {
  const { data, draw, row, kind, phase, hover, theme } = scene,
    { labels } = data,
    came = phase === 1 ? draw.next : null;
  if (kind === "inversion") paintStairs(ctx, at, scene);
  if (kind === "race") paintRace(ctx, at, scene);
  const top = row.p.reduce((a, b) => Math.max(a, b)),
    plot = panel(at, at.below, top);
  title(ctx, at, theme, at.below.top, fill(data.shared.probability, { row: labels[draw.previous] }));
  paintAxis(ctx, plot, theme, [
    { value: 0, text: "0" },
    { value: top, text: decimals(top, 2) },
  ]);
  const bars = {
    left: AXIS,
    base: at.below.bottom,
    size: labels.length,
    slot: at.slot,
    labelled: at.height - 9,
    right: at.width,
  };
  paintBars(ctx, bars, {
    lengthOf: (i) => at.below.bottom - plot.y(row.p[i]),
    colourOf: (i) => (i === came ? theme.chosen : theme.counted),
  });
  paintBarLabels(ctx, bars, { labels, chosen: came, theme, largest: 13, smallest: 9 });
  if (kind === "inversion") paintDrop(ctx, at, scene, plot.y(row.p[draw.next]));
  if (hover === null) return;
  const from = (at.above ?? at.below).top;
  Object.assign(ctx, { strokeStyle: theme.text, lineWidth: 1 });
  ctx.strokeRect(at.x(hover) - at.slot / 2, from, at.slot, at.below.bottom - from);
}

/** The upper or the lower half of the picture as a plot, from 0 to `high`. */
function panel({ width, height, x }, { top, bottom }, high = 1) {
  return plotLayout({ width, height }, { x, low: 0, high, left: AXIS, right: 4, top, bottom: height - bottom });
}

/** The cumulative probability as stairs: each letter is a step as high as its p. */
function paintStairs(ctx, at, { data, row, draw, phase, theme }) {
  const plot = panel(at, at.above),
    step = (i) => [i ? row.cumulative[i - 1] : 0, row.cumulative[i]].map((share) => [at.x(i), plot.y(share)]);
  title(ctx, at, theme, at.above.top, fill(data.shared.cumulative, { row: data.labels[draw.previous] }));
  const ticks = [0, 0.5, 1].map((value) => ({ value, text: String(value) }));
  paintAxis(ctx, plot, theme, ticks);
  const stairs = [[AXIS, plot.y(0)], ...row.p.flatMap((_, i) => step(i)), [plot.right, plot.y(1)]];
  paintLine(ctx, stairs, { colour: theme.counted, width: 2 });
  if (phase >= 0.5) paintLine(ctx, step(draw.next), { colour: theme.chosen, width: 5 });
}

/** The line of the uniform u: from the left to the stairs, then down to the bar. */
function paintDrop(ctx, at, { draw, phase, theme }, bar) {
  const y = panel(at, at.above).y(draw.u),
    x = at.x(draw.next),
    over = Math.min(1, phase * 2),
    down = Math.max(0, phase * 2 - 1);
  const line = [
    [AXIS, y],
    [AXIS + (x - AXIS) * over, y],
  ];
  if (down > 0) line.push([x, y + (bar - y) * down]);
  paintLine(ctx, line, { colour: theme.chosen, width: 2 });
  if (phase === 1) paintArrowHead(ctx, theme.chosen, x, bar, { down: 8, half: 5 });
  ctx.fillStyle = theme.chosen;
  const text = `u = ${decimals(draw.u, 4)}`,
    room = x - AXIS > 80;
  ctx.font = `bold 12px ${theme.font}`;
  ctx.textAlign = "left";
  // above the line where the stairs are below it; without room there, at the right of the stairs
  if (room) ctx.fillText(text, AXIS + 4, y - 9 > at.above.top ? y - 9 : y + 10);
  else ctx.fillText(text, x + 8, Math.min(y + 11, at.above.bottom - 8));
}

/** The race: each letter climbs with speed p / e; the first at the finish wins. */
function paintRace(ctx, at, { data, row, draw, phase, theme }) {
  const plot = panel(at, at.above),
    best = draw.ratio[draw.next];
  title(ctx, at, theme, at.above.top, data.shared.race);
  paintAxis(ctx, plot, theme, [
    { value: 0, text: data.shared.race_start },
    { value: 1, text: data.shared.race_finish },
  ]);
  for (let i = 0; i < row.p.length; i++) {
    if (row.p[i] === 0) continue;
    const won = i === draw.next && phase === 1,
      head = plot.y((draw.ratio[i] / best) * phase),
      colour = won ? theme.chosen : theme.uniform;
    ctx.fillStyle = colour;
    ctx.globalAlpha = 0.45;
    ctx.fillRect(at.x(i) - at.slot * 0.1, head, at.slot * 0.2, at.above.bottom - head);
    ctx.globalAlpha = 1;
    paintDot(ctx, colour, at.x(i), head, Math.min(5, at.slot * 0.4) * (won ? 1.3 : 1));
  }
}

function title(ctx, at, theme, top, text) {
  paintWords(ctx, theme, text, AXIS, top - 12, { size: 12 });
}
