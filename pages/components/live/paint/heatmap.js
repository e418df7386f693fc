// The table as a picture: squares, and beside them every row's entropy as a bar. No state.

import { dashed } from "./canvas.js";
import { paintFrame } from "./grid.js";

/** Where things stand, in CSS pixels: the squares, then a strip with one bar a row. */
export function tableLayout(width, size) {
  const left = 18,
    top = 18,
    strip = Math.max(44, Math.min(110, width * 0.15)),
    gap = 10;
  const cell = Math.min((width - left - gap - strip) / size, 90);
  return {
    left,
    top,
    cell,
    side: cell * size,
    stripLeft: left + cell * size + gap,
    strip,
    height: top + cell * size + 4,
  };
}

/** Each row's entropy (V) as a bar towards ln V, a pixel high. */
export function paintStrip(canvas, { entropy, size, row, theme }) {
  const width = 512;
  if (canvas.height !== size || canvas.width !== width) Object.assign(canvas, { width, height: size });
  const ctx = canvas.getContext("2d"),
    full = Math.log(size) || 1;
  ctx.clearRect(0, 0, width, size);
  for (let i = 0; i < size; i++) {
    ctx.fillStyle = i === row ? theme.chosen : theme.counted;
    ctx.fillRect(0, i, (entropy[i] / full) * width, 1);
  }
}

/** What lies over both: that of the squares, the lines between the bars, and the dashed end of the strip. */
export function paintOver(ctx, at, { size, labels, row, hover, theme }) {
  const edge = at.stripLeft + at.strip - 1,
    end = at.left + at.side;
  paintFrame(ctx, at, { size, labels, row, hover, theme });
  ctx.fillStyle = theme.background;
  for (let i = 0; i <= size; i++) ctx.fillRect(end + 1, at.top + (i - 0.1) * at.cell, edge - end, at.cell * 0.2);
  ctx.fillStyle = theme.text;
  ctx.textAlign = "right";
  ctx.font = `11px ${theme.font}`;
  ctx.fillText(at.strip > 80 ? `entropy → ln ${size}` : "entropy", edge, at.top / 2);
  dashed(ctx, theme.uniform, edge, at.top, edge, at.top + at.side);
}
