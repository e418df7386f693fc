// A table of cells: its layout, colours, numbers, letters, chosen row and the cell that is pointed at. What moves is a
// small canvas with a pixel for each cell, which the browser stretches. What lies over it is painted when it changes.
// No state.

import { channelsOf, inkOn, paintLabels } from "./canvas.js";

const SMALLEST = 8.5; // the smallest digits that can be read, in pixels

/** @typedef {import("./canvas.js").Theme} Theme */
/** @typedef {ReturnType<typeof gridLayout>} Grid */

/** The layout of a table, in CSS pixels. `left`, `top`, `right` and `below` stay free, the first two for letters. Cells
 *  are at most `widest`, and `high`; without `high` they are square, but at most `highest`. `digits` is the font size
 *  for texts of `longest` characters, at most `largest`; 0 where they would be too small to read.
 * @param {number} width
 * @param {{ columns: number, rows?: number, left?: number, top?: number, right?: number, below?: number, widest?:
 * number, highest?: number, high?: number, longest?: number, largest?: number }} options */
export function gridLayout(width, { columns, rows = columns, left = 18, top = 18, right = 1, below = 4, ...cells }) {
  const { widest = 90, highest = Infinity, longest = 1, largest = 13 } = cells;
  const cell = Math.min((width - left - right) / columns, widest),
    high = cells.high ?? Math.min(cell, highest),
    digits = Math.min(largest, high * 0.6, (cell - 3) / (0.55 * longest));
  return {
    ...{ left, top, cell, high, rows, columns, width, side: cell * columns, tall: high * rows },
    ...{ height: top + high * rows + below, digits: digits < SMALLEST ? 0 : digits },
  };
}

/** Values (rows * columns), a pixel for each; `colourOf` gives the packed colour of a value.
 * @param {HTMLCanvasElement} canvas @param {ArrayLike<number>} values @param {number} columns
 * @param {(value: number) => number} colourOf */
export function paintPixels(canvas, values, columns, colourOf) {
  const rows = values.length / columns;
  if (canvas.width !== columns || canvas.height !== rows) Object.assign(canvas, { width: columns, height: rows });
  const picture = new ImageData(columns, rows),
    pixels = new Uint32Array(picture.data.buffer);
  for (let i = 0; i < pixels.length; i++) pixels[i] = colourOf(values[i]);
  canvas.getContext("2d").putImageData(picture, 0, 0);
}

/** Put a small canvas over a part of a table, by default over its cells. The place is set in percent of the table, so
 *  that it is right at any width.
 * @param {HTMLElement} canvas @param {Grid} at
 * @param {{ left?: number, top?: number, width?: number, height?: number }} [place] */
export function placeCanvas(canvas, at, { left = at.left, top = at.top, width = at.side, height = at.tall } = {}) {
  const part = (/** @type {number} */ pixels, /** @type {number} */ whole) => `${(100 * pixels) / whole}%`;
  Object.assign(canvas.style, { left: part(left, at.width), width: part(width, at.width) });
  Object.assign(canvas.style, { top: part(top, at.height), height: part(height, at.height) });
}

/** Colours of the values 0 to `top` on a one-hue scale (256), by the square root, so that rare pairs show.
 * @param {Uint32Array} scale @param {number} top @returns {(value: number) => number} */
export function byRoot(scale, top) {
  return (value) => scale[Math.min(255, 255 * Math.sqrt(value / top)) | 0];
}

/** Colours of the values -most to most on the diverging scale (512); a value outside has the colour of the nearest end.
 * @param {Uint32Array} scale @param {number} most @returns {(value: number) => number} */
export function bySign(scale, most) {
  return (value) => scale[Math.min(511, Math.max(0, 256 + (255 * value) / most)) | 0];
}

/** The same by the square root, so that small differences show.
 * @param {Uint32Array} scale @param {number} most @returns {(value: number) => number} */
export function bySignedRoot(scale, most) {
  const colourOf = bySign(scale, 1);
  return (value) => colourOf(Math.sign(value) * Math.sqrt(Math.abs(value) / most));
}

/** The line between two cells, in pixels; none between cells so small that it would hide them.
 * @param {number} cell @returns {number} */
export function lineBetween(cell) {
  return cell < 4 ? 0 : 1;
}

/** Cells, each with a text where there is room: `colourOf` gives the packed colour of a cell, or null for none.
 *  `textOf` can be left out where the layout has no `digits`.
 * @param {CanvasRenderingContext2D} ctx @param {Grid} at
 * @param {{ colourOf: (row: number, next: number) => number | null, textOf?: (row: number, next: number) => string,
 * theme: Theme }} options */
export function paintCells(ctx, at, { colourOf, textOf, theme }) {
  const line = lineBetween(at.cell);
  for (let row = 0; row < at.rows; row++)
    for (let next = 0; next < at.columns; next++) {
      const packed = colourOf(row, next),
        channels = packed === null ? null : channelsOf(packed);
      if (channels) ctx.fillStyle = `rgb(${channels.join(" ")})`;
      if (channels) ctx.fillRect(at.left + next * at.cell, at.top + row * at.high, at.cell - line, at.high - line);
      if (at.digits)
        paintText(ctx, at, row, next, textOf(row, next), channels ? inkOn(...channels) : theme.text, theme);
    }
}

/** @param {CanvasRenderingContext2D} ctx @param {Grid} at @param {number} row @param {number} next
 * @param {string} text @param {string} ink @param {Theme} theme */
function paintText(ctx, { left, top, cell, high, digits }, row, next, text, ink, theme) {
  const font = `${digits}px ${theme.font}`;
  Object.assign(ctx, { font, textAlign: "center", textBaseline: "middle", fillStyle: ink });
  ctx.fillText(text, left + next * cell + (cell - 1) / 2, top + row * high + (high - 1) / 2 + 0.5, cell - 2);
}

/** The letters above a table and at its left; at the left can be other `names`. `row` and `next` are those that stand
 *  out.
 * @param {CanvasRenderingContext2D} ctx @param {{ left: number, top: number, cell: number, high: number, width?: number }} at
 * @param {{ labels: string[], names?: string[], row?: number | null, next?: number | null, theme: Theme }} options */
export function paintLetters(ctx, at, { labels, names = labels, row = null, next = null, theme }) {
  const { left, top, cell, high, width: end } = at;
  const beside = (/** @type {number} */ i) => [left / 2, top + (i + 0.5) * high],
    above = (/** @type {number} */ j) => [left + (j + 0.5) * cell, top / 2];
  paintLabels(ctx, theme, { labels: names, slot: high, placeOf: beside, chosen: row, room: left - 1, largest: 13 });
  paintLabels(ctx, theme, { labels, slot: cell, placeOf: above, chosen: next, largest: 13, end });
}

/** A line around `rows` times `columns` cells; the first of them is at `row` and `next`.
 * @param {CanvasRenderingContext2D} ctx @param {{ left: number, top: number, cell: number, high: number }} at
 * @param {{ row?: number, next?: number, rows?: number, columns?: number }} cells @param {string} colour
 * @param {number} [width] @param {number} [inset] */
export function outline(ctx, at, { row = 0, next = 0, rows = 1, columns = 1 }, colour, width = 2, inset = 0) {
  Object.assign(ctx, { strokeStyle: colour, lineWidth: width });
  const [x, y] = [at.left + next * at.cell + inset, at.top + row * at.high + inset];
  ctx.strokeRect(x, y, columns * at.cell - 2 * inset, rows * at.high - 2 * inset);
}

/** What lies over a stretched picture: letters, the lines between cells, the chosen row, the cell that is pointed at.
 * @param {CanvasRenderingContext2D} ctx @param {Grid} at
 * @param {{ labels: string[], row: number, hover?: { row: number, next: number } | null, theme: Theme }} options */
export function paintFrame(ctx, at, { labels, row, hover, theme }) {
  ctx.fillStyle = theme.background;
  for (let i = 1; i < at.columns && at.cell > 8; i++) {
    ctx.fillRect(at.left + i * at.cell - 0.5, at.top, 1, at.tall);
    ctx.fillRect(at.left, at.top + i * at.high - 0.5, at.side, 1);
  }
  paintLetters(ctx, at, { labels, row, theme });
  outline(ctx, at, { row, columns: at.columns }, theme.chosen);
  if (hover) outline(ctx, at, hover, theme.chosen);
}
