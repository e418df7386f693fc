// The numbers and words beside the pictures of λ and smoothing, and the dots on their curves. No state.

import { write } from "../../components/live/paint/canvas.js";
import { decimals, exact, fill, signed, significant } from "../../components/live/paint/format.js";
import { joined } from "../../components/live/paint/letters.js";
import { writeNumbers } from "../../components/live/paint/metrics.js";
import { placeDot } from "../../components/live/paint/plot.js";
import { positionOf } from "../../components/live/model/scale.js";

/** `numbers` are Python's at rest; while something moves, or is on its way to Python, the browser's own. */
export function showTexts(S, numbers, { count, expected, w, data: pull, penalty }) {
  const { data } = S,
    { labels } = data,
    { row } = S.page.values,
    pair = (a, b) => joined([labels[a], labels[b]]);
  for (const list of Object.values(S.lists)) writeNumbers(list, numbers);
  for (const [name, nll, entropy] of [
    ["lam", numbers.net_nll, numbers.net_entropy],
    ["smoothing", numbers.nll, numbers.entropy],
  ]) {
    const { plot, dots } = S.sides[name];
    if (!plot) continue; // in a closed part
    const x = plot.x(positionOf(data.controls[name].scale, S.page.values[name]));
    placeDot(dots.nll, plot, x, nll);
    placeDot(dots.entropy, plot, x, entropy);
  }
  const { nearest, nearest_kl, factor, difference, row_difference } = numbers;
  write(S.nearest, fill(data.texts.nearest, { smoothing: smoothingText(nearest), kl: decimals(nearest_kl, 7) }));
  const furthest = { difference: decimals(difference, 4), pair: pair(numbers.previous, numbers.next) },
    inRow = { row: labels[row], difference: decimals(row_difference, 4), pair: pair(row, numbers.row_next) };
  write(S.furthest, fill(data.texts.furthest, furthest));
  write(S.gapped, fill(data.texts.row_gap, inRow));
  write(S.title, fill(data.texts.row, { row: labels[row] }));
  const times = () => fill(data.texts.factor, { factor: significant(factor, 5) });
  write(S.factor, factor === null ? data.texts.no_weights : times());
  const digits = (force) => (Math.abs(force) < 1e-14 ? "0" : significant(force, 3));
  const numbersOfPull = { count: exact(count), expected: decimals(expected, 1), n: exact(S.n), data: digits(pull) },
    counted = fill(data.texts.pull, { pair: pair(row, S.next), ...numbersOfPull }),
    back = { cells: S.size ** 2, weight: w === null ? "" : decimals(w, 4), penalty: w === null ? "" : digits(penalty) };
  write(S.pulled, w === null ? counted : `${counted} ${fill(data.texts.pull_back, back)}`);
}

/** Where its valley is flat, fewer digits mean something. */
function smoothingText(smoothing) {
  return smoothing < 100 ? decimals(smoothing, 4) : exact(Number(smoothing.toPrecision(smoothing < 1000 ? 5 : 3)));
}

/** The cell that is pointed at, in both models. */
export function inWords({ hover, data, size, counts, netProbs, countedProbs }) {
  if (!hover) return "";
  const i = hover.row * size + hover.next,
    difference = netProbs[i] - countedProbs[i];
  const letters = { row: data.labels[hover.row], next: data.labels[hover.next] },
    pair = { ...letters, pair: joined([letters.row, letters.next]), count: exact(counts[i]) },
    probs = { net: decimals(netProbs[i], 4), counted: decimals(countedProbs[i], 4), difference: signed(difference, 4) };
  return fill(data.texts.cell, { ...pair, ...probs });
}
