// The numbers and words beside the pictures of λ and smoothing, and the dots on their curves. No state.

import { write } from "../../components/live/paint/canvas.js";
import { decimals, exact, signed, significant } from "../../components/live/paint/format.js";
import { writeNumbers } from "../../components/live/paint/metrics.js";
import { placeDot } from "../../components/live/paint/plot.js";
import { positionOf } from "../../components/live/model/scale.js";

/** `numbers` are Python's at rest; while something moves, or is on its way to Python, the browser's own. */
export function showTexts(S, numbers, { count, expected, w, data, penalty }) {
  const { labels } = S.data,
    { row } = S.page.values,
    pair = (a, b) => `“${labels[a]}${labels[b]}”`;
  for (const list of Object.values(S.lists)) writeNumbers(list, numbers);
  for (const [name, nll, entropy] of [
    ["lam", numbers.net_nll, numbers.net_entropy],
    ["smoothing", numbers.nll, numbers.entropy],
  ]) {
    const { plot, dots } = S.sides[name],
      x = plot.x(positionOf(S.data.controls[name].scale, S.page.values[name]));
    placeDot(dots.nll, plot, x, nll);
    placeDot(dots.entropy, plot, x, entropy);
  }
  write(
    S.nearest,
    `${smoothingText(numbers.nearest)} fake counts per cell; ${decimals(numbers.nearest_kl, 7)} nats are left over there.`,
  );
  write(S.furthest, `${decimals(numbers.difference, 4)}, at ${pair(numbers.previous, numbers.next)}`);
  write(S.gapped, `in row “${labels[row]}” ${decimals(numbers.row_difference, 4)}, at ${pair(row, numbers.row_next)}`);
  write(S.title, `After “${labels[row]}”`);
  write(S.factor, numbers.factor === null ? "there is no finite W" : `exp(W) × ${significant(numbers.factor, 5)}`);
  const digits = (pull) => (Math.abs(pull) < 1e-14 ? "0" : significant(pull, 3));
  const counted = `${pair(row, S.next)} was counted ${exact(count)} times; the net expects ${decimals(expected, 1)}. Data: (${exact(count)} − ${decimals(expected, 1)}) / ${exact(S.n)} = ${digits(data)}.`;
  write(
    S.pulled,
    w === null
      ? counted
      : `${counted} λ: −2 × λ × W / ${S.size ** 2} with W = ${decimals(w, 4)} gives ${digits(penalty)}.`,
  );
}

/** Where its valley is flat, fewer digits mean something. */
function smoothingText(smoothing) {
  return smoothing < 100 ? decimals(smoothing, 4) : exact(Number(smoothing.toPrecision(smoothing < 1000 ? 5 : 3)));
}

/** The cell that is pointed at, in both models. */
export function inWords({ hover, data, size, counts, netProbs, countedProbs }) {
  if (!hover) return "";
  const i = hover.row * size + hover.next,
    [a, b] = [data.labels[hover.row], data.labels[hover.next]],
    difference = netProbs[i] - countedProbs[i];
  return `${a}${b}: counted ${exact(counts[i])} times. P(${b} | ${a}): net ${decimals(netProbs[i], 4)}, counted ${decimals(countedProbs[i], 4)}, ${signed(difference, 4)}`;
}
