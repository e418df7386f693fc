// A table of cells with room for sums at its right and below, on a canvas. No state.

import { channelsOf, dashed, inkOn, letterFont } from "../../components/live/paint/canvas.js";

const LEFT = 20,
  TOP = 20,
  GAP = 8;
export const TEXT_FROM = 46; // cells that are narrower hold no text

/** Where things stand, in CSS pixels: cells, and at their right and below room for one more cell, or for bars. */
export function layout(width, size) {
  const bars = Math.min(84, Math.max(44, width * 0.16)),
    inside = width - LEFT - GAP - 2;
  const cell = Math.min(inside / (size + 1), (inside - bars) / size, 104),
    side = cell * size,
    below = Math.max(cell, 44);
  return {
    left: LEFT,
    top: TOP,
    cell,
    side,
    size,
    room: Math.max(cell, bars),
    below,
    right: LEFT + side + GAP,
    bottom: TOP + side + GAP,
    height: TOP + side + GAP + below + 4,
  };
}

/** The cells with their letters; `values` (V * V) undefined where nothing stands yet, null for what is no number.
 *  `lines(row, next)` are the texts in a cell; `place` { row, next } is outlined. */
export function paintCells(ctx, at, { labels, values, colourOf, place, theme, lines }) {
  const { left, top, cell, side, size } = at;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (let row = 0; row < size; row++)
    for (let next = 0; next < size; next++) {
      const value = values[row * size + next],
        x = left + next * cell,
        y = top + row * cell;
      if (value === undefined || value === null) continue;
      const colour = channelsOf(colourOf(value));
      ctx.fillStyle = `rgb(${colour.join(" ")})`;
      ctx.fillRect(x, y, cell - 1, cell - 1);
      if (cell >= TEXT_FROM) paintText(ctx, at, row, next, lines(row, next), inkOn(...colour), theme);
    }
  ctx.strokeStyle = theme.uniform;
  ctx.lineWidth = 1;
  ctx.strokeRect(left - 0.5, top - 0.5, side, side);
  const every = letterFont(ctx, theme, cell, { largest: 14 });
  for (let i = 0; i < size; i++) {
    ctx.fillStyle = i === place.row ? theme.chosen : theme.text;
    if (i % every === 0 || i === place.row) ctx.fillText(labels[i], left / 2, top + (i + 0.5) * cell);
    ctx.fillStyle = i === place.next ? theme.chosen : theme.text;
    if (i % every === 0 || i === place.next) ctx.fillText(labels[i], left + (i + 0.5) * cell, top / 2);
  }
  outline(ctx, at, place, theme);
}

/** One or two texts in a cell, the first the larger. */
export function paintText(ctx, { left, top, cell }, row, next, texts, ink, theme) {
  const x = left + (next + 0.5) * cell,
    y = top + (row + 0.5) * cell,
    longest = Math.max(...texts.map((text) => text.length), 1);
  ctx.fillStyle = ink;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  texts.forEach((text, i) => {
    ctx.font = `${Math.max(9, Math.min(i ? 13 : 17, (cell - 8) / (0.56 * longest)))}px ${theme.font}`;
    ctx.fillText(text, x, y + (texts.length > 1 ? (i - 0.5) * 20 : 0), cell - 4);
  });
}

/** The line around the cell that is looked at. */
export function outline(ctx, { left, top, cell }, { row, next }, theme) {
  ctx.strokeStyle = theme.chosen;
  ctx.lineWidth = 2;
  ctx.strokeRect(left + next * cell, top + row * cell, cell - 1, cell - 1);
}

/** The sum of each row as a bar at its right, of each column as one below; where all is 1, at the dashed line. */
export function paintSums(ctx, at, { data, rows, columns, whole, place, theme }) {
  const { left, top, cell, side, size, room, below, right, bottom } = at,
    numbers = cell >= 10 && room >= 54;
  const [across, down] = [rows, columns].map((sums) => 1.1 * Math.max(1, ...sums)),
    digits = numbers ? 34 : 0,
    wide = room - digits,
    high = below - (cell >= TEXT_FROM ? 20 : 4);
  const colour = (sum) => (Math.abs(sum - 1) < 1e-9 ? theme.counted : theme.chosen);
  ctx.font = `11px ${theme.font}`;
  ctx.fillStyle = theme.text;
  ctx.textAlign = "right";
  ctx.fillText(data.texts.row_sums, right + room, top / 2, room + GAP);
  if (!whole) return;
  for (let i = 0; i < size; i++) {
    const y = top + i * cell,
      x = left + i * cell;
    ctx.fillStyle = colour(rows[i]);
    ctx.fillRect(right + digits, y + cell * 0.15, (wide * rows[i]) / across, cell * 0.7);
    ctx.fillStyle = colour(columns[i]);
    ctx.fillRect(x + cell * 0.15, bottom, cell * 0.7, (high * columns[i]) / down);
    ctx.font = `${i === place.row ? "bold " : ""}${Math.min(14, Math.max(9, cell * 0.7))}px ${theme.font}`;
    ctx.fillStyle = theme.text;
    ctx.textAlign = "right";
    if (numbers) ctx.fillText(short(rows[i]), right + digits - 4, y + cell / 2);
    ctx.textAlign = "center";
    if (cell >= TEXT_FROM) ctx.fillText(short(columns[i]), x + cell / 2, bottom + below - 8);
  }
  dashed(ctx, theme.text, right + digits + wide / across, top, right + digits + wide / across, top + side);
  dashed(ctx, theme.text, left, bottom + high / down, left + side, bottom + high / down);
  ctx.font = `11px ${theme.font}`;
  ctx.textAlign = "left";
  ctx.fillText(data.texts.column_sums_1, right, bottom + 8, room);
  ctx.fillText(data.texts.column_sums_2, right, bottom + 22, room);
}

function short(sum) {
  return sum === null ? "nan" : sum === 0 || sum >= 0.01 ? String(Number(sum.toFixed(2))) : sum.toFixed(3);
}
