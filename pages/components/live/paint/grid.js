// A table of squares. What moves is a small canvas, one pixel a cell, which the browser stretches; letters, lines, the
// chosen row and the cell that is pointed at lie over it on another one, and are painted when they change. No state.

import { letterFont } from "./canvas.js";

/** Where the squares stand, in CSS pixels: letters at the left and above, cells no wider than `widest`. */
export function squaresLayout(width, size, widest = 90) {
  const left = 18,
    top = 18,
    cell = Math.min((width - left - 1) / size, widest);
  return { left, top, cell, side: cell * size, height: top + cell * size + 4 };
}

/** Put a small canvas where its stretched picture belongs. */
export function placeCanvas(canvas, left, top, width, height) {
  Object.assign(canvas.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
}

/** Values (V * V) as a pixel each; `colourOf` gives the packed colour of a value. */
export function paintCells(canvas, values, size, colourOf) {
  if (canvas.width !== size) Object.assign(canvas, { width: size, height: size });
  const picture = new ImageData(size, size),
    pixels = new Uint32Array(picture.data.buffer);
  for (let i = 0; i < pixels.length; i++) pixels[i] = colourOf(values[i]);
  canvas.getContext("2d").putImageData(picture, 0, 0);
}

/** Colours of 0 ... `top` on a one-hue scale of 256, by the square root, so that rare pairs show. */
export function byRoot(scale, top) {
  return (value) => scale[Math.min(255, 255 * Math.sqrt(value / top)) | 0];
}

/** Colours of -most ... most on the diverging scale of 512; what is beyond has the colour of its end. */
export function bySign(scale, most) {
  return (value) => scale[Math.min(511, Math.max(0, 256 + (255 * value) / most)) | 0];
}

/** The same by the square root, so that small differences show. */
export function bySignedRoot(scale, most) {
  const colourOf = bySign(scale, 1);
  return (value) => colourOf(Math.sign(value) * Math.sqrt(Math.abs(value) / most));
}

/** What lies over the squares: letters, the lines between them, the chosen row, and the cell that is pointed at. */
export function paintFrame(ctx, at, { size, labels, row, hover, theme }) {
  ctx.fillStyle = theme.background;
  for (let i = 1; i < size && at.cell > 8; i++) {
    ctx.fillRect(at.left + i * at.cell - 0.5, at.top, 1, at.side);
    ctx.fillRect(at.left, at.top + i * at.cell - 0.5, at.side, 1);
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
  ctx.strokeStyle = theme.chosen;
  ctx.lineWidth = 2;
  ctx.strokeRect(at.left, at.top + row * at.cell, at.side, at.cell);
  if (hover) ctx.strokeRect(at.left + hover.next * at.cell, at.top + hover.row * at.cell, at.cell, at.cell);
}
