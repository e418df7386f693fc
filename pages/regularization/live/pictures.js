// The pictures of this page that no other has: a curve over a slider, the gap of every row, and a weight on its spring. No state.

import { barsLayout, paintBarLabels, paintBars } from "../../components/live/paint/bars.js";
import { paintArrowHead, paintDashed, paintDot, paintLine, paintWords } from "../../components/live/paint/canvas.js";
import { brief, decimals, fill } from "../../components/live/paint/format.js";
import { paintCurve, paintLevel, plotLayout } from "../../components/live/paint/plot.js";

/** nll as a line, mean entropy dashed, over the positions of a slider that `x` maps to pixels. Gives back where values stand. */
export function paintSides({ ctx, width, height }, { data, nll, entropy, chance, floor, x, colour, theme }) {
  const at = plotLayout({ width, height }, { x, low: floor, high: chance, top: 14, bottom: 16 });
  const size = Math.round(Math.exp(chance));
  paintLevel(ctx, at, theme, chance, fill(data.texts.chance, { size, chance: decimals(chance, 4) }), { under: true });
  paintCurve(ctx, at, nll, { colour });
  paintCurve(ctx, at, entropy, { colour, width: 1.5, dash: [4, 3] });
  paintWords(ctx, theme, fill(data.texts.nll_from, { nll: decimals(nll[0], 4) }), x(0), at.y(nll[0]) - 10);
  const from = fill(data.texts.entropy_from, { entropy: decimals(entropy[0], 4) });
  paintWords(ctx, theme, from, x(0), at.y(entropy[0]) + 11);
  return at;
}

/** The largest difference of each row, 0 to 1, as bars by the square root, so that small ones show. */
export function paintGaps({ ctx, width, height }, { gaps, size, labels, row, theme }) {
  const at = barsLayout({ width, height }, size, { left: 28, above: 4 }),
    lengthOf = (gap) => Math.sqrt(gap) * at.long;
  for (const line of [0.01, 0.1, 0.5]) {
    const y = at.base - lengthOf(line);
    paintDashed(ctx, theme.uniform, [at.left, y], [width, y]);
    paintWords(ctx, theme, brief(line), 0, y);
  }
  const colourOf = (i) => (i === row ? theme.chosen : theme.uniform);
  paintBars(ctx, at, { lengthOf: (i) => lengthOf(gaps[i]), colourOf });
  paintBarLabels(ctx, at, { labels, chosen: row, theme });
}

/** A weight W on its line, the spring of λ from it to 0, and two arrows: the pull of the data and that of λ.
 *  `most` is the W at the ends of the line, `full` the pull of the longest arrow. */
export function paintSpring({ ctx, width, height }, { data, w, pull, penalty, most, full, theme }) {
  const middle = width / 2,
    line = height / 2 + 6,
    at = (value) => middle + (value / most) * width * 0.24,
    end = (force) => at(w) + (force / full) * width * 0.22;
  const ink = { colour: theme.uniform },
    ends = [0, width].map((x) => [x, line]);
  paintLine(ctx, ends, ink);
  for (const value of [-most, 0, most]) {
    const tick = [-5, 5].map((y) => [at(value), line + y]);
    paintLine(ctx, tick, ink);
    paintWords(ctx, theme, value === 0 ? data.texts.zero : brief(value), at(value), height - 8, { align: "center" });
  }
  const spring = Array.from({ length: 25 }, (_, i) => [
    middle + ((at(w) - middle) * i) / 24,
    line + (i === 0 || i === 24 ? 0 : i % 2 ? -5 : 5),
  ]);
  paintLine(ctx, spring, { colour: theme.net, width: 2 });
  for (const [force, down, colour, text] of [
    [pull, -1, theme.counted, data.texts.pull_of_data],
    [penalty, 1, theme.net, data.texts.pull_of_lam],
  ]) {
    arrow(ctx, at(w), end(force), line + 24 * down, colour);
    const half = ctx.measureText(text).width / 2,
      x = (at(w) + end(force)) / 2; // inside the canvas
    const inside = Math.min(width - half, Math.max(half, x));
    paintWords(ctx, theme, text, inside, line + 38 * down, { align: "center" });
  }
  paintDot(ctx, theme.chosen, at(w), line, 6);
}

/** A few words in the middle of a canvas, where there is nothing to paint. */
export function paintNote({ ctx, width, height }, lines, theme) {
  const place = { align: "center", size: 12, room: width };
  lines.forEach((line, i) =>
    paintWords(ctx, theme, line, width / 2, height / 2 + (i - (lines.length - 1) / 2) * 18, place),
  );
}

function arrow(ctx, from, to, y, colour) {
  const head = Math.min(8, Math.abs(to - from)) * Math.sign(to - from) || 1e-9;
  const shaft = [from, to - head / 2].map((x) => [x, y]);
  paintLine(ctx, shaft, { colour, width: 4 });
  paintArrowHead(ctx, colour, to, y, { right: head, half: 6 });
}
