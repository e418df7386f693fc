// Drawing on canvas: each function draws one picture from plain numbers, in CSS pixels. No state, no events.

/** A canvas of this size in CSS pixels, sharp on any screen, emptied: its context, width and height. */
export function prepare(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1, [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) {
    Object.assign(canvas, { width: w, height: h });
    canvas.style.height = `${height}px`;
  }
  const ctx = canvas.getContext("2d");
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, height);
  return { ctx, width, height };
}

/** Put text into an element, if it is another text: an unchanged page needs no new layout. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/** A CSS colour as [red, green, blue]. */
function rgb(ctx, colour) {
  ctx.fillStyle = "#000";
  ctx.fillStyle = colour; // the canvas gives it back as #rrggbb
  return [1, 3, 5].map((i) => parseInt(ctx.fillStyle.slice(i, i + 2), 16));
}

/** Streamlit's theme as colours for the canvas. */
export function readTheme(root, colours) {
  const style = getComputedStyle(root), value = (name) => style.getPropertyValue(`--st-${name}`).trim();
  const ctx = document.createElement("canvas").getContext("2d"), low = rgb(ctx, value("background-color"));
  const dark = low[0] + low[1] + low[2] < 384;
  const scale = colourScale(low, rgb(ctx, dark ? colours.high_dark : colours.high_light));
  return { ...colours, scale, background: value("background-color"), text: value("text-color"), font: value("font") || "sans-serif" };
}

/** 256 colours from the page to the high end of the one-hue scale, packed for ImageData. */
function colourScale(low, high) {
  return Uint32Array.from({ length: 256 }, (_, step) => {
    const [r, g, b] = low.map((channel, i) => Math.round(channel + (high[i] - channel) * (step / 255)));
    return (255 << 24) | (b << 16) | (g << 8) | r;
  });
}

/** Where things stand in the table's picture: the squares, then a strip with one bar a row. */
export function tableLayout(width, size) {
  const left = 18, top = 18, strip = Math.max(44, Math.min(110, width * 0.15)), gap = 10;
  const cell = Math.min((width - left - gap - strip) / size, 90);
  return { left, top, cell, side: cell * size, stripLeft: left + cell * size + gap, strip, height: top + cell * size + 4 };
}

const image = document.createElement("canvas"); // one pixel a cell, stretched to squares

/** The table as squares, then every row's entropy as a bar towards ln V (the dashed line); the chosen row outlined. */
export function drawTable(ctx, at, { probs, top, entropy, size, labels, row, hover, theme }) {
  if (image.width !== size || image.height !== size) Object.assign(image, { width: size, height: size });
  const picture = new ImageData(size, size), pixels = new Uint32Array(picture.data.buffer);
  for (let i = 0; i < pixels.length; i++) pixels[i] = theme.scale[Math.min(255, 255 * Math.sqrt(probs[i] / top)) | 0]; // rare pairs show
  image.getContext("2d").putImageData(picture, 0, 0);
  ctx.imageSmoothingEnabled = false;
  ctx.drawImage(image, at.left, at.top, at.side, at.side);
  ctx.fillStyle = theme.background;
  for (let i = 1; i < size && at.cell > 8; i++) {
    ctx.fillRect(at.left + i * at.cell - 0.5, at.top, 1, at.side);
    ctx.fillRect(at.left, at.top + i * at.cell - 0.5, at.side, 1);
  }
  const full = Math.log(size) || 1, edge = at.stripLeft + at.strip - 1;
  const every = Math.ceil(9 / at.cell); // where cells are smaller than a letter, every second or third label
  ctx.textBaseline = "middle";
  ctx.textAlign = "center";
  ctx.font = `${Math.min(12, Math.max(8, at.cell * every * 0.8))}px ${theme.font}`;
  for (let i = 0; i < size; i++) {
    const y = at.top + (i + 0.5) * at.cell, x = at.left + (i + 0.5) * at.cell;
    ctx.fillStyle = i === row ? theme.chosen : theme.counted;
    ctx.fillRect(at.stripLeft, y - at.cell * 0.4, (entropy[i] / full) * at.strip, at.cell * 0.8);
    ctx.fillStyle = i === row ? theme.chosen : theme.text;
    if (i % every === 0 || i === row) ctx.fillText(labels[i], at.left / 2, y);
    ctx.fillStyle = theme.text;
    if (i % every === 0) ctx.fillText(labels[i], x, at.top / 2);
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

/** One row as bars up to `top`, the unsmoothed row as outlines behind, and the line of 1 / V. */
export function drawBars({ ctx, width, height }, { probs, unsmoothed, top, size, labels, row, theme }) {
  const bottom = height - 16, slot = width / size, start = row * size;
  const y = (p) => bottom - (p / top) * (bottom - 2);
  const every = Math.ceil(9 / slot);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.font = `${Math.min(12, Math.max(8, slot * every * 0.8))}px ${theme.font}`;
  ctx.lineWidth = 1;
  for (let i = 0; i < size; i++) {
    const x = i * slot, p = probs[start + i], p0 = unsmoothed[start + i];
    ctx.fillStyle = theme.counted;
    ctx.fillRect(x + slot * 0.15, y(p), slot * 0.7, bottom - y(p));
    ctx.strokeStyle = theme.text;
    if (p0 > 0) ctx.strokeRect(x + slot * 0.1, y(p0), slot * 0.8, bottom - y(p0));
    ctx.fillStyle = theme.text;
    if (i % every === 0) ctx.fillText(labels[i], x + slot / 2, height - 7);
  }
  dashed(ctx, theme.uniform, 0, y(1 / size), width, y(1 / size));
}

/** The nll curves over the slider's positions, train as a line, dev dashed, with a dot each at `position`; a value
 *  that is null is infinite and stands at the upper edge. `x` maps a position to pixels. */
export function drawCurve({ ctx, width, height }, { curves, chance, floor, position, x, theme }) {
  const y = (nll) => 12 + ((chance - nll) / (chance - floor)) * (height - 22);
  dashed(ctx, theme.uniform, 0, y(chance), width, y(chance));
  ctx.font = `11px ${theme.font}`;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.fillStyle = theme.text;
  ctx.fillText(`chance ${chance.toFixed(4)}`, 0, y(chance) + 10);
  ctx.fillText(`lowest ${floor.toFixed(4)}`, 0, y(floor) - 10);
  for (const [name, nll] of Object.entries(curves)) {
    ctx.strokeStyle = ctx.fillStyle = name === "dev" ? theme.text : theme.counted;
    ctx.lineWidth = name === "dev" ? 1.5 : 3;
    ctx.setLineDash(name === "dev" ? [4, 4] : []);
    ctx.beginPath();
    nll.forEach((value, i) => value !== null && ctx.lineTo(x(i), y(value)));
    ctx.stroke();
    ctx.setLineDash([]);
    const i = Math.min(Math.floor(position), nll.length - 2), part = position - i;
    const value = part === 0 ? nll[i] : nll[i] === null ? nll[i + 1] : nll[i] + part * (nll[i + 1] - nll[i]);
    ctx.beginPath();
    ctx.arc(x(position), value === null ? 6 : y(value), name === "dev" ? 4 : 6, 0, 7);
    ctx.fill();
    if (value === null) ctx.fillText(`∞ ${name}`, x(position) + 9, 6);
  }
}

function dashed(ctx, colour, x1, y1, x2, y2) {
  ctx.strokeStyle = ctx.fillStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([4, 3]);
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
  ctx.setLineDash([]);
}
