// Comparing two models: the port of analysis/net/comparison.py. Pure functions, no DOM.

import { smoothedProbs } from "./model.js";
import { optimumProbs } from "./optimum.js";

const LOWEST = -10,
  HIGHEST = 6; // powers of ten: the lambda of any smoothing on the slider is between them
const STEP = 0.04,
  NEAR = 0.3; // of a power: the first step of a search, and how far on the next one begins at most

/** KL(first row to second row) of each row, nats, from 0 on; Infinity where the second gives 0 and the first does not. */
export function rowKl(first, second, size, out = new Float64Array(size)) {
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let i = row * size; i < (row + 1) * size; i++)
      if (first[i] > 0) sum += first[i] * Math.log(first[i] / second[i]);
    out[row] = Math.max(0, sum); // rounding can leave -1e-16 of equal rows
  }
  return out;
}

/** The rows that comparison.kl adds up: (row total / n) * KL(first row to second row); a row without counts has no part. */
export function klOfRows(counts, size, first, second, out = new Float64Array(size)) {
  rowKl(first, second, size, out);
  let n = 0;
  for (let i = 0; i < counts.length; i++) n += counts[i];
  for (let row = 0; row < size; row++) {
    let total = 0;
    for (let i = row * size; i < (row + 1) * size; i++) total += counts[i];
    out[row] = total ? (total / n) * out[row] : 0;
  }
  return out;
}

/** comparison.kl: nats; Infinity where the second gives 0 and the first, in a row that is counted, does not. */
export function kl(counts, size, first, second) {
  return klOfRows(counts, size, first, second).reduce((a, b) => a + b, 0);
}

/** comparison.largest_difference: the cell where two tables differ most, the first of several: { size, previous, next }. */
export function largestDifference(first, second, size) {
  let cell = 0,
    most = 0;
  for (let i = 0; i < first.length; i++) {
    const difference = Math.abs(first[i] - second[i]);
    if (difference > most) [cell, most] = [i, difference];
  }
  return { size: most, previous: Math.floor(cell / size), next: cell % size };
}

/** comparison.matching_smoothing: the smoothing (up to `most`) whose counted model is nearest to probs, and the kl left: { smoothing, kl }. */
export function matchingSmoothing(counts, size, probs, most, room = new Float64Array(size * size)) {
  const at = (smoothing) => smoothedProbs(counts, size, Math.min(smoothing, most), room);
  const inside =
    10 **
    crossing((power) => slopeOverSmoothing(counts, size, at(10 ** power), probs, 10 ** power), 0, -6, Math.log10(most));
  const tried = [Math.min(inside, most), 0, most].map((smoothing) => ({
    smoothing,
    kl: kl(counts, size, at(smoothing), probs),
  }));
  return tried.reduce((best, one) => (one.kl < best.kl ? one : best));
}

/** comparison.slope_over_smoothing: d kl / d ln smoothing of the counted model, `counted`, at a smoothing above 0. */
function slopeOverSmoothing(counts, size, counted, probs, smoothing) {
  let n = 0,
    slope = 0;
  for (let start = 0; start < size * size; start += size) {
    let total = 0,
      moved = 0;
    for (let i = start; i < start + size; i++) {
      total += counts[i];
      moved += (1 - size * counted[i]) * Math.log(counted[i] / probs[i]);
    }
    n += total;
    slope += (total * smoothing * moved) / (total + size * smoothing);
  }
  return slope / n;
}

/** comparison.matching_lam: the lambda whose best net is nearest to a counted model, probs, and the kl left: { lam, kl }.
 *  `from`, kept, makes the next search short: it begins as far on as the last one has moved. */
export function matchingLam(counts, size, probs, from = searchFrom(size)) {
  const { weights, room } = from,
    at = (lam) => optimumProbs(counts, size, lam, weights, room);
  const before = from.power,
    start = Math.min(HIGHEST, Math.max(LOWEST, before + from.moved));
  from.power = crossing(
    (power) => slopeOverLam(counts, size, probs, at(10 ** power), weights, 10 ** power),
    start,
    LOWEST,
    HIGHEST,
    1e-5,
  );
  from.moved = Math.min(NEAR, Math.max(-NEAR, from.power - before));
  const tried = [10 ** from.power, 0].map((lam) => ({ lam, kl: kl(counts, size, probs, at(lam)) }));
  return tried[1].kl < tried[0].kl ? tried[1] : tried[0];
}

/** Where a first search for a lambda begins. */
export function searchFrom(size) {
  return { weights: new Float64Array(size * size), room: new Float64Array(size * size), power: -2, moved: 0 };
}

/** comparison.slope_over_lam: d kl / d ln lam of a counted model to the best net, `net`, at its weights. See optimum.newton_step. */
function slopeOverLam(counts, size, probs, net, weights, lam) {
  const n = counts.reduce((a, b) => a + b, 0),
    ridge = (2 * lam) / size ** 2;
  let slope = 0;
  for (let start = 0; start < size * size; start += size) {
    let total = 0,
      along = 0,
      ratios = 0,
      alone = 0,
      together = 0;
    for (let i = start; i < start + size; i++) total += counts[i] / n;
    for (let i = start; i < start + size; i++) {
      const diagonal = total * net[i] + ridge,
        step = (ridge * weights[i]) / diagonal,
        ratio = net[i] / diagonal,
        pull = total * (probs[i] - net[i]);
      along += net[i] * step;
      ratios += ratio;
      alone += pull * step;
      together += pull * ratio;
    }
    slope += alone + (total * along * together) / (ridge * ratios);
  }
  return slope;
}

/** comparison.crossing: where a rising function of a power of ten crosses 0, or the end it does not reach; by false position. */
function crossing(f, start, low, high, within = 1e-6) {
  let here = start,
    atHere = f(here),
    step = STEP,
    next = here,
    atNext = atHere;
  while (atNext > 0 === atHere > 0) {
    [here, atHere] = [next, atNext];
    if (atHere === 0 || here === (atHere > 0 ? low : high)) return here;
    next = Math.min(high, Math.max(low, atHere > 0 ? here - step : here + step));
    atNext = f(next);
    step *= 2;
  }
  for (let tries = 0; tries < 60; tries++) {
    const tried = next - (atNext * (next - here)) / (atNext - atHere),
      atTried = f(tried);
    if (Math.abs(tried - next) < within || atTried === 0) return tried;
    if (atTried > 0 !== atNext > 0) [here, atHere] = [next, atNext];
    else atHere /= 2; // or that end would stay for ever
    [next, atNext] = [tried, atTried];
  }
  return next;
}
