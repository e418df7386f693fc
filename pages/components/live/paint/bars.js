// One row of the table as bars. No state.

import { dashed, letterFont } from "./canvas.js";

const LABELS = 16; // pixels under the bars

/** The bars (probabilities of a row) up to `top`. */
export function paintBars({ ctx, width, height }, { probs, top, size, row, colour }) {
  const bottom = height - LABELS,
    slot = width / size;
  ctx.fillStyle = colour;
  for (let i = 0; i < size; i++) {
    const high = (probs[row * size + i] / top) * (bottom - 2);
    ctx.fillRect(i * slot + slot * 0.15, bottom - high, slot * 0.7, high);
  }
}

/** What lies over them: the row of `outlined` as outlines, the letters, and the line of 1 / V. */
export function paintOutlines({ ctx, width, height }, { outlined, top, size, labels, row, theme }) {
  const bottom = height - LABELS,
    slot = width / size,
    y = (p) => bottom - (p / top) * (bottom - 2);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const every = letterFont(ctx, theme, slot);
  ctx.lineWidth = 1;
  ctx.strokeStyle = ctx.fillStyle = theme.text;
  for (let i = 0; i < size; i++) {
    const p = outlined[row * size + i];
    if (p > 0) ctx.strokeRect(i * slot + slot * 0.1, y(p), slot * 0.8, bottom - y(p));
    if (i % every === 0) ctx.fillText(labels[i], (i + 0.5) * slot, height - 7);
  }
  dashed(ctx, theme.uniform, 0, y(1 / size), width, y(1 / size));
}
