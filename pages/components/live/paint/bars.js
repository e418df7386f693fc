// Rows of bars, upright or lying, and what is painted over a row of probabilities. No state.

import { paintDashed, paintLabels, paintWords, prepare } from "./canvas.js";
import { fill } from "./format.js";

export const STRIP = 10; // pixels between a table and the strip beside it

const LABELS = 16, // pixels for the letters under upright bars
  NARROW = 9; // pixels: a slot below this is too narrow for the sides of an outline

/** @typedef {import("./canvas.js").Theme} Theme */

/** The layout of `size` upright bars, in pixels: each has a slot, the first begins at `left`. They begin at the line
 *  `base` and are at most `long` high; `labelled` is the middle of the letters below them.
 * @param {{ width: number, height: number }} canvas @param {number} size
 * @param {{ left?: number, labels?: number, above?: number }} [free] what stays free at the left, below and above */
export function barsLayout({ width, height }, size, { left = 0, labels = LABELS, above = 2 } = {}) {
  const base = height - labels;
  return { left, base, size, slot: (width - left) / size, long: base - above, labelled: height - 7, right: width };
}

/** Which bars: `lengthOf(i)` is the length of the i-th in pixels, `part` the share of its slot that it fills.
 * @typedef {{ lengthOf: (i: number) => number, colourOf: (i: number) => string, part?: number }} Bars */

/** Upright bars in the middle of their slots, upwards from `base`; a negative length goes down.
 * @param {CanvasRenderingContext2D} ctx @param {{ left: number, base: number, size: number, slot: number }} at
 * @param {Bars} bars */
export function paintBars(ctx, { left, base, size, slot }, { lengthOf, colourOf, part = 0.7 }) {
  for (let i = 0; i < size; i++) {
    const long = lengthOf(i);
    ctx.fillStyle = colourOf(i);
    ctx.fillRect(left + (i + (1 - part) / 2) * slot, base - long, slot * part, long);
  }
}

/** Lying bars, from `base` to the right, in the middle of their slots; the first slot begins at `top`.
 * @param {CanvasRenderingContext2D} ctx @param {{ top: number, base: number, size: number, slot: number }} at
 * @param {Bars} bars */
export function paintLyingBars(ctx, { top, base, size, slot }, { lengthOf, colourOf, part = 0.7 }) {
  for (let i = 0; i < size; i++) {
    ctx.fillStyle = colourOf(i);
    ctx.fillRect(base, top + (i + (1 - part) / 2) * slot, lengthOf(i), slot * part);
  }
}

/** The letters under upright bars; `largest` and `smallest` limit their size in pixels.
 * @param {CanvasRenderingContext2D} ctx @param {{ left: number, slot: number, labelled: number, right?: number }} at
 * @param {{ labels: string[], chosen?: number | null, theme: Theme, largest?: number, smallest?: number }} options */
export function paintBarLabels(ctx, at, { labels, chosen, theme, ...sizes }) {
  const placeOf = (/** @type {number} */ i) => [at.left + (i + 0.5) * at.slot, at.labelled];
  paintLabels(ctx, theme, { labels, slot: at.slot, placeOf, chosen, end: at.right, ...sizes });
}

/** A row of a table (size * size) as bars; `top` is the value of the highest bar possible, `chosen` a bar that stands
 *  out.
 * @param {HTMLCanvasElement} canvas @param {number} width @param {number} height
 * @param {{ probs: ArrayLike<number>, top: number, size: number, row: number, colour: string, chosen?: number |
 * null, theme: Theme }} options */
export function paintRow(canvas, width, height, { probs, top, size, row, colour, chosen = null, theme }) {
  const { ctx } = prepare(canvas, width, height),
    at = barsLayout({ width, height }, size);
  const colourOf = (i) => (i === chosen ? theme.chosen : colour);
  paintBars(ctx, at, { lengthOf: (i) => (probs[row * size + i] / top) * at.long, colourOf });
}

/** What is painted over such a row: the row of another table as outlines, the letters, and the line of 1 / V. Returns
 *  the layout with the canvas's context.
 * @param {HTMLCanvasElement} canvas @param {number} width @param {number} height
 * @param {{ outlined: ArrayLike<number>, top: number, size: number, labels: string[], row: number, theme: Theme }}
 * options */
export function paintRowOutlines(canvas, width, height, { outlined, top, size, labels, row, theme }) {
  const { ctx } = prepare(canvas, width, height),
    at = barsLayout({ width, height }, size),
    y = (p) => at.base - (p / top) * at.long;
  Object.assign(ctx, { lineWidth: 1, strokeStyle: theme.text });
  for (let i = 0; i < size; i++) {
    const top = y(outlined[row * size + i]),
      high = at.slot < NARROW ? 0 : at.base - top; // no room for sides: the upper edge alone
    if (top < at.base) ctx.strokeRect((i + 0.1) * at.slot, top, at.slot * 0.8, high);
  }
  paintBarLabels(ctx, at, { labels, theme });
  paintDashed(ctx, theme.uniform, [0, y(1 / size)], [width, y(1 / size)]);
  return { ctx, ...at };
}

/** The entropy of each row of a table (V) as a bar, one pixel high; the full width is ln V. The browser stretches this
 *  strip beside the rows.
 * @param {HTMLCanvasElement} canvas @param {{ entropy: ArrayLike<number>, row: number, theme: Theme }} options */
export function paintStrip(canvas, { entropy, row, theme }) {
  const size = entropy.length,
    width = 512;
  if (canvas.height !== size || canvas.width !== width) Object.assign(canvas, { width, height: size });
  const ctx = canvas.getContext("2d");
  ctx.clearRect(0, 0, width, size);
  const lengthOf = (i) => (entropy[i] / (Math.log(size) || 1)) * width,
    colourOf = (i) => (i === row ? theme.chosen : theme.counted);
  paintLyingBars(ctx, { top: 0, base: 0, size, slot: 1 }, { lengthOf, colourOf, part: 1 });
}

/** What lies over the strip, which takes `wide` pixels, STRIP pixels beside a table: lines between the bars, and a dashed
 *  line at its end.
 * @param {CanvasRenderingContext2D} ctx @param {import("./grid.js").Grid} at @param {number} wide
 * @param {{ data: { shared: Object<string, string> }, theme: Theme }} S */
export function paintStripEnd(ctx, at, wide, { data, theme }) {
  const left = at.left + at.side + STRIP,
    right = left + wide - 1;
  ctx.fillStyle = theme.background;
  for (let i = 0; i <= at.rows; i++) ctx.fillRect(left, at.top + (i - 0.1) * at.high, wide, at.high * 0.2);
  const text = wide > 80 ? fill(data.shared.entropy_end, { size: at.rows }) : data.shared.entropy;
  paintWords(ctx, theme, text, right, at.top / 2, { align: "right" });
  paintDashed(ctx, theme.uniform, [right, at.top], [right, at.top + at.tall]);
}
