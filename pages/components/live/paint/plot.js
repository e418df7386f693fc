// A plot of curves: its layout, axes, dashed levels, curves, dots, and values above its upper edge. No state.

import { paintArrowHead, paintDashed, paintDot, paintWords } from "./canvas.js";

/** @typedef {import("./canvas.js").Theme} Theme */
/** @typedef {ReturnType<typeof plotLayout>} Plot */

/** The layout of a plot of width * height pixels: `x` and `y` give pixels from the left and from the top. The value
 *  axis runs from `low` to `high`; with `powers` these two are powers of ten. `left`, `right`, `top` and `bottom` are
 *  pixels that stay free.
 * @param {{ width: number, height: number }} canvas
 * @param {{ x: (value: number) => number, low: number, high: number, powers?: boolean, left?: number, right?:
 * number, top?: number, bottom?: number }} options */
export function plotLayout({ width, height }, { x, low, high, powers = false, ...edges }) {
  const { left = 0, right = 0, top = 12, bottom = 10 } = edges;
  const pixels = height - top - bottom,
    of = (/** @type {number} */ value) => (powers ? Math.log10(Math.max(value, 1e-300)) : value);
  const y = (/** @type {number} */ value) => top + ((high - of(value)) / (high - low || 1)) * pixels;
  return { x, y, left, top, right: width - right, bottom: height - bottom, width, height };
}

/** A function from a position of a slider, 0 to `last`, to pixels: its thumb is 18 wide.
 * @param {number} width @param {number} last @returns {(position: number) => number} */
export function alongSlider(width, last) {
  return (position) => 9 + (Math.min(position, last) / last) * (width - 18);
}

/** About `count` values from `low` to `high` at equal distances of 1, 2 or 5 times a power of ten.
 * @param {number} low @param {number} high @param {number} [count] */
export function evenTicks(low, high, count = 4) {
  const rough = (high - low) / count,
    power = 10 ** Math.floor(Math.log10(rough)),
    step = power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** Numbers at the left of the plot, each with a faint line across it; with an empty text only the line.
 * @param {CanvasRenderingContext2D} ctx @param {Plot} at @param {Theme} theme
 * @param {{ value: number, text: string }[]} ticks */
export function paintAxis(ctx, at, theme, ticks) {
  for (const { value, text } of ticks) {
    ctx.globalAlpha = 0.35;
    ctx.fillStyle = theme.uniform;
    ctx.fillRect(at.left, Math.round(at.y(value)), at.right - at.left, 1);
    ctx.globalAlpha = 1;
    paintWords(ctx, theme, text, at.left - 5, at.y(value), { align: "right" });
  }
}

/** A dashed line across the plot at a value, with a text over or under it.
 * @param {CanvasRenderingContext2D} ctx @param {Plot} at @param {Theme} theme @param {number} value
 * @param {string} text
 * @param {{ colour?: string, align?: string, under?: boolean }} [options] `align` is "left" or "right" */
export function paintLevel(ctx, at, theme, value, text, options = {}) {
  const { colour = theme.uniform, align = "left", under = false } = options;
  paintDashed(ctx, colour, [at.left, at.y(value)], [at.right, at.y(value)]);
  paintWords(ctx, theme, text, at[align], at.y(value) + (under ? 9 : -8), { align });
}

/** A curve through values[from] to values[to], the i-th at x(i). null means infinite and is left out. What lies above
 *  the plot is cut off. Where many values share a pixel, a line from the least to the most of them is painted.
 * @param {CanvasRenderingContext2D} ctx @param {Plot} at @param {ArrayLike<number | null>} values
 * @param {{ from?: number, to?: number, colour: string, width?: number, dash?: number[], alpha?: number }} options */
export function paintCurve(ctx, at, values, options) {
  const { from = 0, to = values.length - 1, colour, width = 3, dash = [], alpha = 1 } = options;
  if (from >= to) return;
  ctx.save();
  ctx.beginPath();
  ctx.rect(0, at.top - width, at.width, at.height);
  ctx.clip();
  Object.assign(ctx, { strokeStyle: colour, lineWidth: width, globalAlpha: alpha });
  ctx.setLineDash(dash);
  ctx.beginPath();
  let last = -Infinity,
    [least, most] = [0, 0];
  for (let i = from; i <= to; i++) {
    if (values[i] === null) continue;
    const x = at.x(i),
      y = Math.max(-1e4, at.y(values[i])); // far outside, but not too far for a canvas
    if (x - last < 1 && i < to) [least, most] = [Math.min(least, y), Math.max(most, y)];
    else {
      if (most - least > 1) (ctx.lineTo(last, least), ctx.lineTo(last, most));
      ctx.lineTo(x, y);
      [last, least, most] = [x, y, y];
    }
  }
  ctx.stroke();
  ctx.restore();
}

/** The lowest place of a curve: a mark there, and a text at the lower edge of the plot, with a thin line to it.
 * @param {CanvasRenderingContext2D} ctx @param {Plot} at @param {Theme} theme @param {number} x @param {number} value
 * @param {string} text */
export function paintOnFloor(ctx, at, theme, x, value, text) {
  paintWords(ctx, theme, "▲", x, at.y(value) + 8, { align: "center", size: 9 });
  paintDashed(ctx, theme.uniform, [x, at.y(value) + 12], [x, at.bottom + 6]);
  paintWords(ctx, theme, text, Math.max(4, x - 60), at.bottom + 15, { align: "left" });
}

/** A value on a curve as a dot. Above the upper edge it is an arrow there, with its number as `text`.
 * @param {CanvasRenderingContext2D} ctx @param {Plot} at @param {Theme} theme @param {number} x
 * @param {number} value @param {string} above what to say of a value that is off the chart */
export function paintPoint(ctx, at, theme, x, value, above) {
  const y = at.y(value);
  if (y >= at.top - 1) return paintDot(ctx, theme.chosen, x, y, 6);
  paintArrowHead(ctx, theme.chosen, x, at.top - 3, { down: -10, half: 6 });
  const align = x > at.width / 2 ? "right" : "left";
  const beside = x + (align === "left" ? 12 : -12);
  paintWords(ctx, theme, above, beside, at.top + 4, { align, colour: theme.chosen });
}

/** Move a dot, an element, to its place in a plot; in percent of the plot's width, so that it is right on paper too.
 * @param {HTMLElement} dot @param {Plot} at @param {number} x @param {number | null} value null means infinite */
export function placeDot(dot, at, x, value) {
  const part = (/** @type {number} */ pixels) => `${(100 * pixels) / at.width}cqw`;
  dot.style.transform = `translate(${part(x)}, ${part(value === null ? 6 : at.y(value))})`;
}
