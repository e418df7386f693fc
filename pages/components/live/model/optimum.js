// The weights where training would end, found without training: the port of analysis/net/optimum.py. Pure functions, no
// DOM.

import { smoothedProbs } from "./model.js";
import { softmax } from "./net.js";

export const SMALLEST = 1e-12; // a smaller lam counts as 0: then the counted table itself is best, and no W is finite
const TOLERANCE = 1e-14,
  MOST = 200; // the largest gradient at the optimum, and how many steps a search can take

/** optimum.optimum_weights: the weights (V * V) of lowest loss for a lam of at least 1e-12, by Newton's method, row by
 *  row. The search begins at `weights` and writes into it: from the weights of a similar lam it takes two or three
 *  steps, from 0 about ten.
 * @param {Float64Array | number[]} counts @param {number} size @param {number} lam @param {Float64Array} weights */
function optimumWeights(counts, size, lam, weights) {
  const room = new Float64Array(4 * size);
  let n = 0;
  for (let i = 0; i < counts.length; i++) n += counts[i];
  for (let row = 0; row < size; row++) {
    const [start, end] = [row * size, (row + 1) * size],
      shares = Float64Array.from(counts.slice(start, end), (count) => count / n);
    solveRow(shares, weights.subarray(start, end), lam / size ** 2, room);
  }
  return weights;
}

/** optimum.optimum_probs: the table of the best net. Writes into `out` and returns it; `weights` as above, unchanged
 *  for a lam below 1e-12.
 * @param {Float64Array | number[]} counts @param {number} size @param {number} lam @param {Float64Array} weights
 * @param {Float64Array} [out] */
export function optimumProbs(counts, size, lam, weights, out = new Float64Array(size * size)) {
  return lam < SMALLEST
    ? smoothedProbs(counts, size, 0, out)
    : softmax(optimumWeights(counts, size, lam, weights), size, out);
}

/** One row. Its weights (V) are changed to the best ones.
 * @param {Float64Array} shares (V) the row's counts, divided by the sum of all counts @param {Float64Array} weights
 * @param {number} strength lam per cell @param {Float64Array} room (4 * V) used inside */
function solveRow(shares, weights, strength, room) {
  const size = shares.length,
    total = shares.reduce((a, b) => a + b, 0),
    ridge = 2 * strength;
  const [probs, slope, step, tried] = [0, 1, 2, 3].map((i) => room.subarray(i * size, (i + 1) * size));
  let loss = rowLoss(shares, total, weights, strength, probs);
  for (let steps = 0; steps < MOST; steps++) {
    let steepest = 0,
      alongNumber = 0,
      ratios = 0;
    for (let i = 0; i < size; i++) {
      slope[i] = total * probs[i] - shares[i] + ridge * weights[i];
      const diagonal = total * probs[i] + ridge;
      steepest = Math.max(steepest, Math.abs(slope[i]));
      step[i] = slope[i] / diagonal;
      alongNumber += probs[i] * step[i];
      ratios += probs[i] / diagonal;
    }
    if (steepest < TOLERANCE) return;
    const along = alongNumber / (ridge * ratios);
    let gain = 0;
    for (let i = 0; i < size; i++) {
      step[i] += (total * along * probs[i]) / (total * probs[i] + ridge);
      gain += slope[i] * step[i];
    }
    let length = 1,
      next = Infinity;
    for (let halvings = 0; halvings < 60; halvings++, length /= 2) {
      for (let i = 0; i < size; i++) tried[i] = weights[i] - length * step[i];
      next = rowLoss(shares, total, tried, strength, probs);
      if (next <= loss - 1e-4 * length * gain + 1e-15) break; // 1e-15: near the end, differences are only rounding
    }
    weights.set(tried);
    loss = next;
  }
}

/** A row's part of the loss. Writes the softmax of the row into `probs`.
 * @param {Float64Array} shares @param {number} total @param {Float64Array} weights @param {number} strength
 * @param {Float64Array} probs */
function rowLoss(shares, total, weights, strength, probs) {
  let top = weights[0],
    sum = 0,
    fit = 0,
    squares = 0;
  for (let i = 1; i < weights.length; i++) top = Math.max(top, weights[i]);
  for (let i = 0; i < weights.length; i++) sum += probs[i] = Math.exp(weights[i] - top);
  for (let i = 0; i < weights.length; i++) {
    probs[i] /= sum;
    fit += shares[i] * (weights[i] - top);
    squares += weights[i] * weights[i];
  }
  return total * Math.log(sum) - fit + strength * squares;
}
