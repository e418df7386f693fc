// A table of cells with any number of rows: colours, numbers where there is room, and what is looked at. No state.

import { inkOn, letterFont, prepare } from "../../components/live/paint/canvas.js";

const SMALLEST = 8.5; // the smallest digits that can be read, in pixels

/** Where things stand, in CSS pixels. `left` is the room for the names of the rows, `letters` the longest number's. */
export function gridLayout(width, { rows, size, left, letters, high = null, widest }) {
  const top = 18,
    cell = Math.min((width - left - 2) / size, widest),
    tall = high ?? cell;
  const digits = Math.min(12, tall * 0.62, (cell - 3) / (0.56 * letters));
  return {
    left,
    top,
    cell,
    high: tall,
    side: cell * size,
    height: top + rows * tall + 3,
    digits: digits < SMALLEST ? 0 : digits,
  };
}

/** How high a row is where there are so many: a finger finds a few, and many still fit on a screen. */
export function rowHeight(rows, cell) {
  return Math.max(13, Math.min(26, Math.max(16, cell), 420 / rows));
}

/** Paint it. `colourOf(row, next)` gives [r, g, b] or null, `textOf` what stands in a cell; `place` is { row, next } that
 *  is looked at, `marked(row)` the column that is marked for another reason, or null. */
export function paintGrid(
  canvas,
  at,
  { width, rows, labels, names, colourOf, textOf, place, marked = (_row) => null, theme },
) {
  const { ctx } = prepare(canvas, width, at.height),
    { left, top, cell, high, digits } = at;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < labels.length; j++) {
      const x = left + j * cell,
        y = top + i * high,
        colour = colourOf(i, j);
      ctx.fillStyle = colour ? `rgb(${colour.join(" ")})` : theme.background;
      ctx.fillRect(x, y, cell - 1, high - 1);
      if (!digits) continue;
      ctx.font = `${digits}px ${theme.font}`;
      ctx.fillStyle = colour ? inkOn(...colour) : theme.text;
      ctx.fillText(textOf(i, j), x + (cell - 1) / 2, y + (high - 1) / 2 + 0.5);
    }
  paintNames(ctx, at, { labels, names, place, theme });
  outline(ctx, theme.uniform, 1, left - 0.5, top - 0.5, at.side, rows * high);
  outline(ctx, theme.chosen, 1.5, left - 1, top + place.row * high - 1, at.side + 1, high + 1);
  ctx.setLineDash([2, 2]);
  outline(ctx, theme.chosen, 1, left + place.next * cell - 1, top - 1, cell + 1, rows * high + 1);
  ctx.setLineDash([]);
  for (let i = 0; i < rows; i++)
    if (marked(i) !== null)
      outline(ctx, theme.text, 2, left + marked(i) * cell + 0.5, top + i * high + 0.5, cell - 2, high - 2);
  outline(ctx, theme.chosen, 3, left + place.next * cell - 1, top + place.row * high - 1, cell + 1, high + 1);
}

function paintNames(ctx, { left, top, cell, high }, { labels, names, place, theme }) {
  for (let i = 0; i < names.length; i++) {
    letterFont(ctx, theme, high, { bold: i === place.row, largest: 13 });
    ctx.fillStyle = i === place.row ? theme.chosen : theme.text;
    ctx.fillText(names[i], left / 2, top + (i + 0.5) * high, left);
  }
  const every = letterFont(ctx, theme, cell, { largest: 13 });
  for (let j = 0; j < labels.length; j++) {
    ctx.fillStyle = j === place.next ? theme.chosen : theme.text;
    if (j % every === 0 || j === place.next) ctx.fillText(labels[j], left + (j + 0.5) * cell, top / 2);
  }
}

function outline(ctx, colour, width, x, y, w, h) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.strokeRect(x, y, w, h);
}
