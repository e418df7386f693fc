// The pictures of this page that no other has: a curve over a slider, the gap of every row, and a weight on its spring. No state.

import { dashed, letterFont } from "../../components/live/paint/canvas.js";

const LABELS = 16,
  SCALE = 28; // pixels under the bars, and to their left

/** Nats to pixels from the top. */
export function heightOf({ chance, floor, height }, nats) {
  return 14 + ((chance - nats) / (chance - floor)) * (height - 30);
}

/** nll as a line, mean entropy dashed, over the positions of a slider; `x` maps a position to pixels. */
export function paintCurve({ ctx, width, height }, { nll, entropy, chance, floor, x, colour, theme }) {
  const y = (nats) => heightOf({ chance, floor, height }, nats);
  dashed(ctx, theme.uniform, 0, y(chance), width, y(chance));
  for (const [values, wide, dash] of [
    [nll, 3, []],
    [entropy, 1.5, [4, 3]],
  ]) {
    Object.assign(ctx, { strokeStyle: colour, lineWidth: wide });
    ctx.setLineDash(dash);
    ctx.beginPath();
    values.forEach((value, i) => ctx.lineTo(x(i), y(value)));
    ctx.stroke();
  }
  ctx.setLineDash([]);
  Object.assign(ctx, { font: `11px ${theme.font}`, textBaseline: "middle", textAlign: "left", fillStyle: theme.text });
  ctx.fillText(`chance, ln ${Math.round(Math.exp(chance))} = ${chance.toFixed(4)}`, 0, y(chance) + 10);
  ctx.fillText(`nll from ${nll[0].toFixed(4)}`, x(0), y(nll[0]) - 10);
  ctx.fillText(`mean entropy from ${entropy[0].toFixed(4)}`, x(0), y(entropy[0]) + 11);
}

/** The largest difference of each row, 0 to 1, as bars by the square root, so that small ones show. */
export function paintGaps({ ctx, width, height }, { gaps, size, labels, row, theme }) {
  const bottom = height - LABELS,
    slot = (width - SCALE) / size,
    every = letterFont(ctx, theme, slot),
    y = (gap) => bottom - Math.sqrt(gap) * (bottom - 4);
  for (const line of [0.01, 0.1, 0.5]) dashed(ctx, theme.uniform, SCALE, y(line), width, y(line));
  Object.assign(ctx, { textAlign: "center", textBaseline: "middle" });
  for (let i = 0; i < size; i++) {
    ctx.fillStyle = i === row ? theme.chosen : theme.uniform;
    ctx.fillRect(SCALE + (i + 0.15) * slot, y(gaps[i]), slot * 0.7, bottom - y(gaps[i]));
    ctx.fillStyle = i === row ? theme.chosen : theme.text;
    if (i % every === 0 || i === row) ctx.fillText(labels[i], SCALE + (i + 0.5) * slot, height - 7);
  }
  Object.assign(ctx, { font: `11px ${theme.font}`, textAlign: "left", fillStyle: theme.text });
  for (const line of [0.01, 0.1, 0.5]) ctx.fillText(String(line), 0, y(line));
}

/** A weight W on its line, the spring of λ from it to 0, and two arrows: the pull of the data and that of λ.
 *  `most` is the W at the ends of the line, `full` the pull of the longest arrow. */
export function paintSpring({ ctx, width, height }, { w, data, penalty, most, full, theme }) {
  const middle = width / 2,
    line = height / 2 + 6,
    at = (value) => middle + (value / most) * width * 0.24,
    end = (pull) => at(w) + (pull / full) * width * 0.22;
  Object.assign(ctx, {
    font: `11px ${theme.font}`,
    textBaseline: "middle",
    textAlign: "center",
    fillStyle: theme.text,
    lineWidth: 1,
    strokeStyle: theme.uniform,
  });
  stroke(ctx, [
    [0, line],
    [width, line],
  ]);
  for (const value of [-most, 0, most]) {
    stroke(ctx, [
      [at(value), line - 5],
      [at(value), line + 5],
    ]);
    ctx.fillText(value === 0 ? "W = 0" : String(value).replace("-", "−"), at(value), height - 8);
  }
  Object.assign(ctx, { strokeStyle: theme.net, lineWidth: 2 });
  stroke(
    ctx,
    Array.from({ length: 25 }, (_, i) => [
      middle + ((at(w) - middle) * i) / 24,
      line + (i === 0 || i === 24 ? 0 : i % 2 ? -5 : 5),
    ]),
  );
  arrow(ctx, at(w), end(data), line - 24, theme.counted);
  arrow(ctx, at(w), end(penalty), line + 24, theme.net);
  ctx.fillStyle = theme.chosen;
  ctx.beginPath();
  ctx.arc(at(w), line, 6, 0, 2 * Math.PI);
  ctx.fill();
  ctx.fillStyle = theme.text;
  label(ctx, width, (at(w) + end(data)) / 2, line - 38, "pull of the data");
  label(ctx, width, (at(w) + end(penalty)) / 2, line + 38, "pull of λ");
}

/** A few words in the middle of a canvas, where there is nothing to paint. */
export function paintWords({ ctx, width, height }, lines, theme) {
  Object.assign(ctx, {
    font: `12px ${theme.font}`,
    textBaseline: "middle",
    textAlign: "center",
    fillStyle: theme.text,
  });
  lines.forEach((line, i) => ctx.fillText(line, width / 2, height / 2 + (i - (lines.length - 1) / 2) * 18, width));
}

/** Text around x, but inside the canvas. */
function label(ctx, width, x, y, text) {
  const half = ctx.measureText(text).width / 2;
  ctx.fillText(text, Math.min(width - half, Math.max(half, x)), y);
}

function arrow(ctx, from, to, y, colour) {
  const head = Math.min(8, Math.abs(to - from)) * Math.sign(to - from);
  Object.assign(ctx, { strokeStyle: colour, lineWidth: 4 });
  stroke(ctx, [
    [from, y],
    [to - head / 2, y],
  ]);
  ctx.fillStyle = colour;
  ctx.beginPath();
  for (const [x, up] of [
    [to, 0],
    [to - head, -6],
    [to - head, 6],
  ])
    ctx.lineTo(x, y + up);
  ctx.fill();
}

function stroke(ctx, points) {
  ctx.beginPath();
  for (const [x, y] of points) ctx.lineTo(x, y);
  ctx.stroke();
}
