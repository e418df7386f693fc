// How far two models are from each other: the port of analysis/net/distance.py. Pure functions, no DOM.

import { smoothedProbs } from "./model.js";
import { optimumProbs } from "./optimum.js";

const LOWEST = -10,
  HIGHEST = 6; // powers of ten: each smoothing of the slider has its lambda between them
const EQUAL = 1e-9; // differences that are as close as this are equal: rounding must not choose between them
const STEP = 0.04,
  NEAR = 0.3; // both in powers of ten: the first step of a search, and how far from the last result the next one begins

/** KL(first row to second row) of each row, nats, never below 0; Infinity where the second gives 0 and the first does
 *  not.
 * @param {ArrayLike<number>} first @param {ArrayLike<number>} second @param {number} size
 * @param {Float64Array} [out] */
export function rowKl(first, second, size, out = new Float64Array(size)) {
  for (let row = 0; row < size; row++) {
    let sum = 0;
    for (let i = row * size; i < (row + 1) * size; i++)
      if (first[i] > 0) sum += first[i] * Math.log(first[i] / second[i]);
    out[row] = Math.max(0, sum); // with rounding, equal rows can give -1e-16
  }
  return out;
}

/** The rows that distance.kl adds up: (row total / n) * KL(first row to second row); a row without counts gives 0.
 * @param {ArrayLike<number>} counts @param {number} size @param {ArrayLike<number>} first
 * @param {ArrayLike<number>} second @param {Float64Array} [out] */
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

/** distance.kl: nats; Infinity where, in a row with counts, the second gives 0 and the first does not.
 * @param {ArrayLike<number>} counts @param {number} size @param {ArrayLike<number>} first
 * @param {ArrayLike<number>} second */
export function kl(counts, size, first, second) {
  return klOfRows(counts, size, first, second).reduce((a, b) => a + b, 0);
}

/** distance.largest_difference: the cell where two tables differ most, the first such cell if several are equal to
 *  1e-9.
 * @param {ArrayLike<number>} first @param {ArrayLike<number>} second @param {number} size */
export function largestDifference(first, second, size) {
  let cell = 0,
    most = 0;
  for (let i = 0; i < first.length; i++) most = Math.max(most, Math.abs(first[i] - second[i]));
  while (Math.abs(first[cell] - second[cell]) < most - EQUAL) cell++;
  return { size: most, previous: Math.floor(cell / size), next: cell % size };
}

/** distance.matching_smoothing: the smoothing (at most `most`) whose counted model is nearest to probs, and the kl
 *  between the two.
 * @param {ArrayLike<number>} counts @param {number} size @param {ArrayLike<number>} probs @param {number} most
 * @param {Float64Array} [room] (V * V) used inside */
export function matchingSmoothing(counts, size, probs, most, room = new Float64Array(size * size)) {
  const at = (/** @type {number} */ smoothing) => smoothedProbs(counts, size, Math.min(smoothing, most), room);
  const slope = (/** @type {number} */ power) => slopeOverSmoothing(counts, size, at(10 ** power), probs, 10 ** power);
  const inside = 10 ** crossing(slope, 0, -6, Math.log10(most));
  const tried = [Math.min(inside, most), 0, most].map((smoothing) => ({
    smoothing,
    kl: kl(counts, size, at(smoothing), probs),
  }));
  return tried.reduce((best, one) => (one.kl < best.kl ? one : best));
}

/** distance.slope_over_smoothing: d kl / d ln smoothing of the counted model, `counted`, at a smoothing above 0.
 * @param {ArrayLike<number>} counts @param {number} size @param {ArrayLike<number>} counted
 * @param {ArrayLike<number>} probs @param {number} smoothing */
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

/** What a search for a lambda leaves for the next one: the net's weights, the power of ten it found, and how far it
 *  moved.
 * @typedef {{ weights: Float64Array, room: Float64Array, power: number, moved: number }} Search */

/** distance.matching_lam: the lambda whose best net is nearest to a counted model, probs, and the kl between the two.
 *  With the `from` of the last search this one is short: it begins as far ahead as the last one moved.
 * @param {Float64Array | number[]} counts @param {number} size @param {ArrayLike<number>} probs
 * @param {Search} [from] */
export function matchingLam(counts, size, probs, from = searchFrom(size)) {
  const { weights, room } = from,
    at = (/** @type {number} */ lam) => optimumProbs(counts, size, lam, weights, room);
  const before = from.power,
    start = Math.min(HIGHEST, Math.max(LOWEST, before + from.moved));
  const slope = (/** @type {number} */ power) =>
    slopeOverLam(counts, size, probs, at(10 ** power), weights, 10 ** power);
  from.power = crossing(slope, start, LOWEST, HIGHEST, 1e-5);
  from.moved = Math.min(NEAR, Math.max(-NEAR, from.power - before));
  const tried = [10 ** from.power, 0].map((lam) => ({ lam, kl: kl(counts, size, probs, at(lam)) }));
  return tried[1].kl < tried[0].kl ? tried[1] : tried[0];
}

/** The beginning of a first search for a lambda. @param {number} size @returns {Search} */
export function searchFrom(size) {
  return { weights: new Float64Array(size * size), room: new Float64Array(size * size), power: -2, moved: 0 };
}

/** distance.slope_over_lam: d kl / d ln lam of a counted model to the best net, `net`, at its weights. The formula is
 *  that of optimum.newton_step.
 * @param {ArrayLike<number>} counts @param {number} size @param {ArrayLike<number>} probs
 * @param {ArrayLike<number>} net @param {ArrayLike<number>} weights @param {number} lam */
function slopeOverLam(counts, size, probs, net, weights, lam) {
  const ridge = (2 * lam) / size ** 2;
  let n = 0,
    slope = 0;
  for (let i = 0; i < counts.length; i++) n += counts[i];
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

/** distance.crossing: where a rising function of a power of ten crosses 0, by false position. Without a crossing
 *  between `low` and `high` it is the end that is nearer to it.
 * @param {(power: number) => number} f @param {number} start @param {number} low @param {number} high
 * @param {number} [within] how exact the result is */
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
    else atHere /= 2; // else this end would never move
    [next, atNext] = [tried, atTried];
  }
  return next;
}
