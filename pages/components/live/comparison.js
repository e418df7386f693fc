// Two models beside each other: the twin of analysis/net/comparison.py. Pure functions, no DOM.

import { smoothedProbs } from "./model.js";

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The rows that comparison.kl adds up: (row total / n) * KL(first row to second row), nats, each from 0 on. */
export function klOfRows(counts, size, first, second, out = new Float64Array(size)) {
  const n = counts.reduce((a, b) => a + b, 0);
  for (let row = 0; row < size; row++) {
    let total = 0, sum = 0;
    for (let i = row * size; i < (row + 1) * size; i++) {
      total += counts[i];
      if (first[i] > 0) sum += first[i] * Math.log(first[i] / second[i]);
    }
    out[row] = total ? Math.max(0, (total / n) * sum) : 0; // rounding can leave -1e-16 of equal rows
  }
  return out;
}

/** comparison.kl: nats; Infinity where the second gives 0 and the first, in a row that is counted, does not. */
export function kl(counts, size, first, second) {
  return klOfRows(counts, size, first, second).reduce((a, b) => a + b, 0);
}

/** comparison.largest_difference: the cell where two tables differ most, the first of several: { size, previous, next }. */
export function largestDifference(first, second, size) {
  let cell = 0, most = 0;
  for (let i = 0; i < first.length; i++) {
    const difference = Math.abs(first[i] - second[i]);
    if (difference > most) [cell, most] = [i, difference];
  }
  return { size: most, previous: Math.floor(cell / size), next: cell % size };
}

/** The lowest point of a function of one hump between two ends, by golden section, to `within`. */
export function lowestPoint(f, low, high, within) {
  let left = high - GOLDEN * (high - low), right = low + GOLDEN * (high - low), atLeft = f(left), atRight = f(right);
  while (high - low > within) {
    if (atLeft <= atRight) {
      [high, right, atRight] = [right, left, atLeft];
      atLeft = f((left = high - GOLDEN * (high - low)));
    } else {
      [low, left, atLeft] = [left, right, atRight];
      atRight = f((right = low + GOLDEN * (high - low)));
    }
  }
  return (low + high) / 2;
}

/** comparison.matching_smoothing: the smoothing (up to `most`) whose counted model is nearest to probs, and the kl left: { smoothing, kl }. */
export function matchingSmoothing(counts, size, probs, most, room = new Float64Array(size * size)) {
  const klAt = (smoothing) => kl(counts, size, smoothedProbs(counts, size, smoothing, room), probs);
  const inside = 10 ** lowestPoint((power) => klAt(Math.min(10 ** power, most)), -6, Math.log10(most), 1e-9);
  const tried = [inside, 0, most].map((smoothing) => ({ smoothing, kl: klAt(smoothing) }));
  return tried.reduce((best, one) => (one.kl < best.kl ? one : best));
}
