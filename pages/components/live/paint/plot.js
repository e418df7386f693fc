// A plot of curves: where values stand, its axes, dashed levels, curves, dots, and what lies above its upper edge. No state.

import { paintDashed, paintDot, paintWords } from "./canvas.js";

/** Where values stand on width x height pixels: `x` (a function) gives pixels from the left, and y runs from `low` to `high`; with
 *  `powers` these two are powers of ten. The rest are pixels that stay free at the sides. */
export function plotLayout(
  { width, height },
  { x, low, high, powers = false, left = 0, right = 0, top = 12, bottom = 10 },
) {
  const pixels = height - top - bottom,
    of = powers ? (value) => Math.log10(Math.max(value, 1e-300)) : (value) => value;
  const y = (value) => top + ((high - of(value)) / (high - low || 1)) * pixels;
  return { x, y, left, top, right: width - right, bottom: height - bottom, width, height };
}

/** From a position of a slider, 0 ... last, to pixels: its thumb is 18 wide. */
export function alongSlider(width, last) {
  return (position) => 9 + (Math.min(position, last) / last) * (width - 18);
}

/** Even values from `low` to `high`, about `count`, at 1, 2 or 5 times a power of ten. */
export function evenTicks(low, high, count = 4) {
  const rough = (high - low) / count,
    power = 10 ** Math.floor(Math.log10(rough)),
    step = power * ([1, 2, 5].find((times) => times * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}

/** Numbers at the left of the plot, and a faint line across for each; `ticks` are { value, text }, an empty text for a line alone. */
export function paintAxis(ctx, at, theme, ticks) {
  for (const { value, text } of ticks) {
    ctx.globalAlpha = 0.35;
    ctx.fillStyle = theme.uniform;
    ctx.fillRect(at.left, Math.round(at.y(value)), at.right - at.left, 1);
    ctx.globalAlpha = 1;
    paintWords(ctx, theme, text, at.left - 5, at.y(value), { align: "right" });
  }
}

/** A dashed line across at a value, and words over or under it. */
export function paintLevel(
  ctx,
  at,
  theme,
  value,
  text,
  { colour = theme.uniform, align = "left", under = false } = {},
) {
  paintDashed(ctx, colour, [at.left, at.y(value)], [at.right, at.y(value)]);
  paintWords(ctx, theme, text, at[align], at.y(value) + (under ? 9 : -8), { align });
}

/** A curve through values[from ... to], the i-th at x(i); null is infinite and left out. What lies above the plot is cut off. Where
 *  many values share a pixel, their span is drawn. */
export function paintCurve(
  ctx,
  at,
  values,
  { from = 0, to = values.length - 1, colour, width = 3, dash = [], alpha = 1 },
) {
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
      y = Math.max(-1e4, at.y(values[i])); // far outside, but where a canvas still can go
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

/** A value on a curve as a dot; one above the upper edge is an arrow there, and `text` says what it is. */
export function paintPoint(ctx, at, theme, x, value, text) {
  const y = at.y(value);
  if (y >= at.top - 1) return paintDot(ctx, theme.chosen, x, y, 6);
  ctx.fillStyle = theme.chosen;
  ctx.beginPath();
  for (const [right, down] of [
    [0, 0],
    [6, 10],
    [-6, 10],
  ])
    ctx.lineTo(x + right, at.top - 3 + down);
  ctx.fill();
  const align = x > at.width / 2 ? "right" : "left";
  const beside = x + (align === "left" ? 12 : -12);
  paintWords(ctx, theme, `${text}: off the chart ↑`, beside, at.top + 4, { align, colour: theme.chosen });
}

/** Move a dot, an element, to a place of its plot; in shares of the plot's width, so that it stays there on paper. */
export function placeDot(dot, at, x, value) {
  const part = (pixels) => `${(100 * pixels) / at.width}cqw`;
  dot.style.transform = `translate(${part(x)}, ${part(value === null ? 6 : at.y(value))})`;
}
