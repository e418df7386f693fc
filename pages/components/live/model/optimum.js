// The weights where training would end, found without training: the port of analysis/net/optimum.py. Pure functions, no DOM.

import { smoothedProbs } from "./model.js";
import { softmax } from "./net.js";

const SMALLEST = 1e-12; // a smaller lam is as good as none: then the counted table itself is best
const TOLERANCE = 1e-12,
  MOST = 200; // on the gradient; steps

/** optimum.optimum_weights: the weights (V * V) of lowest loss for a lam from 1e-12 on, by Newton's method, row by row. They are
 *  written into `weights`, where the search begins: near those of another lam it takes two or three steps, from 0 some ten. */
function optimumWeights(counts, size, lam, weights = new Float64Array(size * size)) {
  const n = counts.reduce((a, b) => a + b, 0),
    room = new Float64Array(4 * size);
  for (let row = 0; row < size; row++) {
    const here = weights.subarray(row * size, (row + 1) * size);
    solveRow(
      Float64Array.from(counts.slice(row * size, (row + 1) * size), (count) => count / n),
      here,
      lam / size ** 2,
      room,
    );
  }
  return weights;
}

/** optimum.optimum_probs: the table of the best net, into `out`; `weights` as above, left alone where lam is as good as 0. */
export function optimumProbs(counts, size, lam, weights, out = new Float64Array(size * size)) {
  return lam < SMALLEST
    ? smoothedProbs(counts, size, 0, out)
    : softmax(optimumWeights(counts, size, lam, weights), size, out);
}

/** One row: shares (V) of all counts, weights (V), and strength, lam per cell. */
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
      if (next <= loss - 1e-4 * length * gain + 1e-15) break; // near the end rounding alone decides
    }
    weights.set(tried);
    loss = next;
  }
}

/** A row's part of the loss; its softmax is left in `probs`. */
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
