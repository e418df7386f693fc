// The table as a picture: squares, and beside them every row's entropy. What moves is a small canvas, one pixel a cell,
// which the browser stretches; letters, lines and the chosen row lie over it and are painted when they change. No state.

import { dashed, letterFont } from "./canvas.js";

/** Where things stand, in CSS pixels: the squares, then a strip with one bar a row. */
export function tableLayout(width, size) {
  const left = 18, top = 18, strip = Math.max(44, Math.min(110, width * 0.15)), gap = 10;
  const cell = Math.min((width - left - gap - strip) / size, 90);
  return { left, top, cell, side: cell * size, stripLeft: left + cell * size + gap, strip, height: top + cell * size + 4 };
}

/** Put a small canvas where its stretched picture belongs. */
export function placeCanvas(canvas, left, top, width, height) {
  Object.assign(canvas.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
}

/** Probabilities (V * V) as a pixel each, on a square-root scale up to `top`, so that rare pairs show. */
export function paintCells(canvas, { probs, top, size, theme }) {
  if (canvas.width !== size) Object.assign(canvas, { width: size, height: size });
  const picture = new ImageData(size, size), pixels = new Uint32Array(picture.data.buffer);
  for (let i = 0; i < pixels.length; i++) pixels[i] = theme.scale[Math.min(255, 255 * Math.sqrt(probs[i] / top)) | 0];
  canvas.getContext("2d").putImageData(picture, 0, 0);
}

/** Each row's entropy (V) as a bar towards ln V, a pixel high. */
export function paintStrip(canvas, { entropy, size, row, theme }) {
  const width = 512;
  if (canvas.height !== size || canvas.width !== width) Object.assign(canvas, { width, height: size });
  const ctx = canvas.getContext("2d"), full = Math.log(size) || 1;
  ctx.clearRect(0, 0, width, size);
  for (let i = 0; i < size; i++) {
    ctx.fillStyle = i === row ? theme.chosen : theme.counted;
    ctx.fillRect(0, i, (entropy[i] / full) * width, 1);
  }
}

/** What lies over both: letters, the lines between cells and bars, the dashed end of the strip, the chosen row. */
export function paintOver(ctx, at, { size, labels, row, hover, theme }) {
  const edge = at.stripLeft + at.strip - 1, end = at.left + at.side;
  ctx.fillStyle = theme.background;
  for (let i = 0; i <= size; i++) {
    const y = at.top + i * at.cell;
    if (at.cell > 8 && i % size) {
      ctx.fillRect(at.left + i * at.cell - 0.5, at.top, 1, at.side);
      ctx.fillRect(at.left, y - 0.5, at.side, 1);
    }
    ctx.fillRect(end + 1, y - at.cell * 0.1, edge - end, at.cell * 0.2);
  }
  ctx.textBaseline = "middle";
  ctx.textAlign = "center";
  const every = letterFont(ctx, theme, at.cell);
  for (let i = 0; i < size; i++) {
    ctx.fillStyle = i === row ? theme.chosen : theme.text;
    if (i % every === 0 || i === row) ctx.fillText(labels[i], at.left / 2, at.top + (i + 0.5) * at.cell);
    ctx.fillStyle = theme.text;
    if (i % every === 0) ctx.fillText(labels[i], at.left + (i + 0.5) * at.cell, at.top / 2);
  }
  ctx.textAlign = "right";
  ctx.font = `11px ${theme.font}`;
  ctx.fillText(at.strip > 80 ? `entropy → ln ${size}` : "entropy", edge, at.top / 2);
  dashed(ctx, theme.uniform, edge, at.top, edge, at.top + at.side);
  ctx.strokeStyle = theme.chosen;
  ctx.lineWidth = 2;
  ctx.strokeRect(at.left, at.top + row * at.cell, at.side, at.cell);
  if (hover) ctx.strokeRect(at.left + hover.next * at.cell, at.top + hover.row * at.cell, at.cell, at.cell);
}
