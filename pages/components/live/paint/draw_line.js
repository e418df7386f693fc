// The picture of one draw, from numbers alone: above, what decides it; below, on the same letters, the row's bars.
// `phase` is how far the draw has come, 0 to 1; at 1 the letter stands.

import { dashed, letterFont } from "./canvas.js";

const AXIS = 44,
  TITLE = 20,
  ABOVE = 190,
  BELOW = 120,
  LETTERS = 20,
  GAP = 10;

/** Where things stand. `above` is missing where nothing is known of what decides a draw. */
export function pictureLayout(width, size, kind) {
  const slot = (width - AXIS - 4) / size,
    seen = kind !== "unseen";
  const above = seen ? { top: TITLE, bottom: TITLE + ABOVE } : null;
  const top = (seen ? above.bottom + GAP : 0) + TITLE;
  const below = { top, bottom: top + BELOW };
  return { width, slot, above, below, x: (i) => AXIS + (i + 0.5) * slot, height: below.bottom + LETTERS };
}

export function paintPicture(ctx, at, scene) {
  const { labels, draw, row, kind, phase, hover, theme } = scene,
    size = labels.length;
  ctx.textBaseline = "middle";
  if (kind === "inversion") paintStairs(ctx, at, scene);
  if (kind === "race") paintRace(ctx, at, scene);
  const top = row.p.reduce((a, b) => Math.max(a, b)),
    y = (p) => at.below.bottom - (p / top) * (at.below.bottom - at.below.top);
  title(ctx, at, theme, at.below.top, `probability p of each letter after “${labels[draw.previous]}”`);
  for (const p of [0, top]) tick(ctx, at, theme, y(p), p === 0 ? "0" : top.toFixed(2));
  for (let i = 0; i < size; i++) {
    const came = i === draw.next && phase === 1;
    ctx.fillStyle = came ? theme.chosen : theme.counted;
    ctx.fillRect(at.x(i) - at.slot * 0.35, y(row.p[i]), at.slot * 0.7, at.below.bottom - y(row.p[i]));
    ctx.fillStyle = came ? theme.chosen : theme.text;
    ctx.textAlign = "center";
    const every = letterFont(ctx, theme, at.slot, { bold: came, largest: 13, smallest: 9 });
    if (i % every === 0 || came) ctx.fillText(labels[i], at.x(i), at.height - 9);
  }
  if (kind === "inversion") paintDrop(ctx, at, scene, y(row.p[draw.next]));
  if (hover === null) return;
  const from = (at.above ?? at.below).top;
  ctx.strokeStyle = theme.text;
  ctx.lineWidth = 1;
  ctx.strokeRect(at.x(hover) - at.slot / 2, from, at.slot, at.below.bottom - from);
}

/** The cumulative probability as stairs: at each letter it rises by the letter's p. */
function paintStairs(ctx, at, { row, draw, phase, labels, theme }) {
  const y = heights(at),
    line = row.cumulative;
  title(ctx, at, theme, at.above.top, `cumulative probability after “${labels[draw.previous]}”`);
  for (const share of [0, 0.5, 1]) tick(ctx, at, theme, y(share), String(share));
  ctx.strokeStyle = theme.counted;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(AXIS, y(0));
  line.forEach((share, i) => (ctx.lineTo(at.x(i), y(i ? line[i - 1] : 0)), ctx.lineTo(at.x(i), y(share))));
  ctx.lineTo(at.width - 4, y(1));
  ctx.stroke();
  if (phase < 0.5) return;
  const i = draw.next;
  ctx.strokeStyle = theme.chosen;
  ctx.lineWidth = 5;
  ctx.beginPath();
  ctx.moveTo(at.x(i), y(i ? line[i - 1] : 0));
  ctx.lineTo(at.x(i), y(line[i]));
  ctx.stroke();
}

/** The uniform u: from the left to the stairs, and down onto the bar. */
function paintDrop(ctx, at, { draw, phase, theme }, bar) {
  const y = heights(at)(draw.u),
    x = at.x(draw.next),
    over = Math.min(1, phase * 2),
    down = Math.max(0, phase * 2 - 1);
  ctx.strokeStyle = ctx.fillStyle = theme.chosen;
  ctx.lineWidth = 2;
  ctx.beginPath();
  ctx.moveTo(AXIS, y);
  ctx.lineTo(AXIS + (x - AXIS) * over, y);
  if (down > 0) ctx.lineTo(x, y + (bar - y) * down);
  ctx.stroke();
  if (phase === 1) arrow(ctx, x, bar);
  const text = `u = ${draw.u.toFixed(4)}`,
    room = x - AXIS > 80;
  ctx.font = `bold 12px ${theme.font}`;
  ctx.textAlign = "left";
  // above the line, where the stairs are below it; with no room there, behind the stairs, where they are above it
  if (room) ctx.fillText(text, AXIS + 4, y - 9 > at.above.top ? y - 9 : y + 10);
  else ctx.fillText(text, x + 8, Math.min(y + 11, at.above.bottom - 8));
}

/** The race: every letter climbs with speed p / e; the first at the finish wins. */
function paintRace(ctx, at, { row, draw, phase, theme }) {
  const y = heights(at),
    best = draw.ratio[draw.next];
  title(ctx, at, theme, at.above.top, "the race: each letter climbs with speed p / e");
  tick(ctx, at, theme, y(0), "start");
  tick(ctx, at, theme, y(1), "finish");
  for (let i = 0; i < row.p.length; i++) {
    if (row.p[i] === 0) continue;
    const won = i === draw.next && phase === 1,
      head = y((draw.ratio[i] / best) * phase);
    ctx.fillStyle = won ? theme.chosen : theme.uniform;
    ctx.globalAlpha = 0.45;
    ctx.fillRect(at.x(i) - at.slot * 0.1, head, at.slot * 0.2, at.above.bottom - head);
    ctx.globalAlpha = 1;
    ctx.beginPath();
    ctx.arc(at.x(i), head, Math.min(5, at.slot * 0.4) * (won ? 1.3 : 1), 0, 7);
    ctx.fill();
  }
}

/** A share of 0 to 1 as a height in the upper picture. */
function heights(at) {
  return (share) => at.above.bottom - share * (at.above.bottom - at.above.top);
}

function title(ctx, at, theme, top, text) {
  ctx.fillStyle = theme.text;
  ctx.font = `12px ${theme.font}`;
  ctx.textAlign = "left";
  ctx.fillText(text, AXIS, top - 12);
}

/** A label at the left, and a faint line across. */
function tick(ctx, at, theme, y, text) {
  ctx.globalAlpha = 0.5;
  dashed(ctx, theme.uniform, AXIS, y, at.width - 4, y);
  ctx.globalAlpha = 1;
  ctx.fillStyle = theme.text;
  ctx.font = `11px ${theme.font}`;
  ctx.textAlign = "right";
  ctx.fillText(text, AXIS - 6, y);
}

function arrow(ctx, x, y) {
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x - 5, y - 8);
  ctx.lineTo(x + 5, y - 8);
  ctx.fill();
}
