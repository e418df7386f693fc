// Two small pictures: the curve of exp, and how many weights have which size. No state.

import { barsLayout, paintBars } from "../../components/live/paint/bars.js";
import { paintDot, paintLine, paintWords } from "../../components/live/paint/canvas.js";
import { decimals, short } from "../../components/live/paint/format.js";
import { paintAxis, paintLevel, plotLayout } from "../../components/live/paint/plot.js";

const END = 3, // of the curve of exp, at both sides of 0
  EDGE = 4, // of the weights' bars, at both sides of 0
  BIN = 0.5; // how wide a bar is

/** exp from -END to END: below 1 left of 0, above 1 right of it; the dot is the logit that is looked at. */
export function paintExp({ ctx, width, height }, { logit, theme }) {
  const left = 26,
    right = 8,
    x = (/** @type {number} */ value) => left + ((value + END) / (2 * END)) * (width - left - right);
  const at = plotLayout({ width, height }, { x, low: 0, high: Math.exp(END), left, right, top: 8, bottom: 24 });
  paintAxis(
    ctx,
    at,
    theme,
    [0, 5, 10, 15, 20].map((value) => ({ value, text: short(value) })),
  );
  for (let value = -END; value <= END; value++)
    paintWords(ctx, theme, short(value), x(value), height - 8, { align: "center" });
  paintLevel(ctx, at, theme, 1, "1");
  const points = Array.from({ length: 121 }, (_, i) => -END + (i / 120) * 2 * END);
  paintLine(
    ctx,
    points.map((value) => [x(value), at.y(Math.exp(value))]),
    { colour: theme.text, width: 1.5 },
  );
  const shown = Math.max(-END, Math.min(END, logit)),
    align = shown > 0 ? "right" : "left";
  paintDot(ctx, theme.chosen, x(shown), at.y(Math.exp(shown)), 5);
  const text = `exp(${decimals(logit, 4)}) = ${decimals(Math.exp(logit), 4)}`;
  const beside = x(shown) + (align === "left" ? 8 : -8);
  paintWords(ctx, theme, text, beside, Math.max(10, at.y(Math.exp(shown)) - 14), { align, colour: theme.chosen });
}

/** How many weights lie in each half from -EDGE to EDGE as bars, with the bell curve that they are drawn from. */
export function paintBell({ ctx, width, height }, { weights, theme }) {
  const size = (2 * EDGE) / BIN,
    counted = new Array(size).fill(0);
  for (const weight of weights) {
    const bin = Math.floor((weight + EDGE) / BIN);
    if (bin >= 0 && bin < size) counted[bin] += 1;
  }
  const bell = (/** @type {number} */ value) =>
    (weights.length * BIN * Math.exp((-value * value) / 2)) / Math.sqrt(2 * Math.PI);
  const top = Math.max(...counted, bell(0)),
    at = barsLayout({ width, height }, size, { labels: 22, above: 6 });
  paintBars(ctx, at, { lengthOf: (i) => (counted[i] / top) * at.long, colourOf: () => theme.net, part: 0.9 });
  const x = (/** @type {number} */ value) => ((value + EDGE) / (2 * EDGE)) * width;
  const points = Array.from({ length: 81 }, (_, i) => -EDGE + (i / 80) * 2 * EDGE);
  paintLine(
    ctx,
    points.map((value) => [x(value), at.base - (bell(value) / top) * at.long]),
    { colour: theme.text },
  );
  for (let value = 1 - EDGE; value < EDGE; value++)
    paintWords(ctx, theme, short(value), x(value), height - 8, { align: "center" });
}
