// Rows of bars, upright or lying, and what is drawn over a row of probabilities. No state.

import { paintDashed, paintLabels, prepare } from "./canvas.js";

const LABELS = 16, // pixels under upright bars
  NARROW = 5; // and of a slot

/** Where `size` upright bars stand: a slot each from `left` on, their feet at `base`, room for `long` pixels above. */
export function barsLayout({ width, height }, size, { left = 0, labels = LABELS, above = 2 } = {}) {
  const base = height - labels;
  return { left, base, size, slot: (width - left) / size, long: base - above, labelled: height - 7, right: width };
}

/** Bars in the middle of their slots, the i-th `lengthOf(i)` pixels long: upwards from the base; below it where that is negative. */
export function paintBars(ctx, { left, base, size, slot }, { lengthOf, colourOf, part = 0.7 }) {
  for (let i = 0; i < size; i++) {
    const long = lengthOf(i);
    ctx.fillStyle = colourOf(i);
    ctx.fillRect(left + (i + (1 - part) / 2) * slot, base - long, slot * part, long);
  }
}

/** Bars that lie, the i-th in the middle of a slot from `top` on, from `base` to the right. */
export function paintLyingBars(ctx, { top, base, size, slot }, { lengthOf, colourOf, part = 0.7 }) {
  for (let i = 0; i < size; i++) {
    ctx.fillStyle = colourOf(i);
    ctx.fillRect(base, top + (i + (1 - part) / 2) * slot, lengthOf(i), slot * part);
  }
}

/** The letters under upright bars. */
export function paintBarLabels(ctx, at, { labels, chosen, theme, ...sizes }) {
  const placeOf = (i) => [at.left + (i + 0.5) * at.slot, at.labelled];
  paintLabels(ctx, theme, { labels, slot: at.slot, placeOf, chosen, ...sizes });
}

/** A row of a table as bars, up to `top`. `chosen` is a bar of another colour, if any. */
export function paintRow(canvas, width, height, { probs, top, size, row, colour, chosen = null, theme }) {
  const { ctx } = prepare(canvas, width, height),
    at = barsLayout({ width, height }, size);
  const colourOf = (i) => (i === chosen ? theme.chosen : colour);
  paintBars(ctx, at, { lengthOf: (i) => (probs[row * size + i] / top) * at.long, colourOf });
}

/** What lies over such a row: that of another table as outlines, the letters, and the line of 1 / V. Gives back where it stands. */
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
