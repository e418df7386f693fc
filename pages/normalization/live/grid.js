// A table of cells with room for sums at its right and below, on a canvas. No state.

import { paintBars, paintLyingBars } from "../../components/live/paint/bars.js";
import { channelsOf, inkOn, paintDashed, paintLabels, paintWords } from "../../components/live/paint/canvas.js";
import { decimals, short } from "../../components/live/paint/format.js";
import { gridLayout, outline, paintCells, paintLetters } from "../../components/live/paint/grid.js";

const GAP = 8;
const TEXT_FROM = 46,
  FEW_FROM = 32; // cells that are narrower hold no text; those of a few letters have short ones

/** Where things stand, in CSS pixels: cells, and at their right and below room for one more cell, or for bars. */
export function layout(width, size) {
  const bars = Math.min(84, Math.max(44, width * 0.16)),
    inside = width - 20 - GAP - 2;
  const cell = Math.min(inside / (size + 1), (inside - bars) / size, 104),
    below = Math.max(cell, 44),
    free = { left: 20, top: 20, below: GAP + below + 4 },
    at = gridLayout(width, { columns: size, ...free, widest: cell, longest: Infinity });
  const holdsText = cell >= (size > 4 ? TEXT_FROM : FEW_FROM);
  return {
    ...at,
    holdsText,
    room: Math.max(cell, bars),
    free: below,
    right: 20 + at.side + GAP,
    bottom: 20 + at.tall + GAP,
  };
}

/** The cells with their letters; `values` (V * V) undefined where nothing stands yet, null for what is no number.
 *  `lines(row, next)` are the texts in a cell; `place` { row, next } is outlined. */
export function paintTable(ctx, at, { labels, values, colourOf, place, theme, lines }) {
  const { columns, rows } = at,
    packedOf = (row, next) => {
      const value = values[row * columns + next] ?? null;
      return value === null ? null : colourOf(value);
    };
  paintCells(ctx, at, { colourOf: packedOf, theme });
  for (let i = 0; i < rows * columns && at.holdsText; i++) {
    const [row, next] = [Math.floor(i / columns), i % columns],
      packed = packedOf(row, next);
    if (packed !== null) paintText(ctx, at, row, next, lines(row, next), inkOn(...channelsOf(packed)), theme);
  }
  outline(ctx, at, { rows, columns }, theme.uniform, 1);
  paintLetters(ctx, at, { labels, ...place, theme });
  outline(ctx, at, place, theme.chosen);
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
    ctx.fillText(text, x, y + (texts.length > 1 ? (i - 0.5) * Math.min(20, 0.42 * cell) : 0), cell - 4);
  });
}

/** The sum of each row as a bar at its right, of each column as one below; where all is 1, at the dashed line. */
export function paintSums(ctx, at, { data, rows, columns, whole, place, theme }) {
  const { left, top, cell, side, columns: size, room, free, right, bottom } = at,
    numbers = cell >= 10 && room >= 54;
  const [across, down] = [rows, columns].map((sums) => 1.1 * Math.max(1, ...sums)),
    base = right + (numbers ? 34 : 0),
    wide = right + room - base,
    high = free - (at.holdsText ? 20 : 4);
  paintWords(ctx, theme, data.texts.row_sums, right + room, top / 2, { align: "right", room: room + GAP });
  if (!whole) return;
  const colourOf = (sums) => (i) => (Math.abs(sums[i] - 1) < 1e-9 ? theme.counted : theme.chosen);
  const besideRows = { lengthOf: (i) => (wide * rows[i]) / across, colourOf: colourOf(rows) },
    underColumns = { lengthOf: (i) => (-high * columns[i]) / down, colourOf: colourOf(columns) };
  paintLyingBars(ctx, { top, base, size, slot: cell }, besideRows);
  paintBars(ctx, { left, base: bottom, size, slot: cell }, underColumns);
  const middle = (i) => (i + 0.5) * cell,
    texts = { slot: cell, chosen: place.row, largest: 14, smallest: 9 };
  const [besides, unders] = [rows, columns].map((sums) => sums.map(sumText));
  if (numbers)
    paintLabels(ctx, theme, { ...texts, labels: besides, placeOf: (i) => [right + 14, top + middle(i)], room: 30 });
  const under = (i) => [left + middle(i), bottom + free - 8];
  if (at.holdsText) paintLabels(ctx, theme, { ...texts, labels: unders, placeOf: under, chosen: place.next });
  const [x, y] = [base + wide / across, bottom + high / down];
  paintDashed(ctx, theme.text, [x, top], [x, top + side]);
  paintDashed(ctx, theme.text, [left, y], [left + side, y]);
  paintWords(ctx, theme, data.texts.column_sums_1, right, bottom + 8, { room });
  paintWords(ctx, theme, data.texts.column_sums_2, right, bottom + 22, { room });
}

function sumText(sum) {
  return sum === null ? "nan" : sum === 0 || sum >= 0.01 ? short(Number(sum.toFixed(2))) : decimals(sum, 3);
}
