// The net in the browser: the port of analysis/net/forward.py and training.py. Pure functions, no DOM, nothing random.
// tests/js/test_net.py compares it with Python, to 1e-9. Tables are flat, row by row, Float64Array.

export const STRIDE = 16; // the weights of every 16th epoch are kept: from them, any epoch is at most 15 steps away
const PER_UNIT = 1024,
  LOWEST = -40; // steps per unit in the table of exponentials, and its lowest x
const EXPONENTIALS = Float64Array.from({ length: -LOWEST * PER_UNIT + 1 }, (_, i) => Math.exp(-i / PER_UNIT));
const SIXTH = 1 / 6;

/** What a run on some counts needs, and its results: see trainer, begin and runTo.
 * @typedef {object} Run
 * @property {number} size V
 * @property {number} cells V * V
 * @property {Float64Array} shares (V * V) the counts, divided by their sum
 * @property {Float64Array} totals (V) the sums of their rows
 * @property {Float64Array} exps (V) used inside a step
 * @property {Float64Array} weights (V * V) W after `known` updates
 * @property {Float64Array} loss loss[e] is that of W after e updates
 * @property {Float64Array} nll the same without the penalty
 * @property {Float64Array} kept W of every 16th epoch, one after the other
 * @property {number} learningRate
 * @property {number} lam
 * @property {number} known how many losses are known
 * @property {boolean} overflowed true if the next loss is not finite */

/** exp(x) for x <= 0, to 3e-15. Calls of Math.exp would take most of a run's time; this function is compiled into the
 *  loop. x is a whole number of steps, whose exponential is in the table, and a small rest, for which a short series is
 *  enough. Below -40 it gives exp(-40) = 4e-18, which changes no sum that has a 1 in it.
 * @param {number} x */
function expOfNegative(x) {
  x = x > LOWEST ? x : LOWEST;
  const i = (0.5 - x * PER_UNIT) | 0,
    rest = x + i / PER_UNIT;
  return EXPONENTIALS[i] * (1 + rest * (1 + rest * (0.5 + rest * SIXTH)));
}

/** forward.net_probs: softmax of every row of weights (V * V). Writes into `out` and returns it.
 * @param {ArrayLike<number>} weights @param {number} size @param {Float64Array} [out] */
export function softmax(weights, size, out = new Float64Array(size * size)) {
  for (let start = 0; start < size * size; start += size) {
    const end = start + size;
    let top = weights[start],
      sum = 0;
    for (let i = start; i < end; i++) top = Math.max(top, weights[i]);
    for (let i = start; i < end; i++) sum += out[i] = Math.exp(weights[i] - top);
    for (let i = start; i < end; i++) out[i] /= sum;
  }
  return out;
}

/** forward.net_nll: the mean nll of counts (V * V) with weights (V * V); null if nothing is counted. It is finite even
 *  if a probability is too small for a number.
 * @param {ArrayLike<number>} counts @param {Float64Array} weights */
export function netNll(counts, weights) {
  const size = Math.sqrt(weights.length);
  let n = 0,
    nll = 0;
  for (let start = 0; start < weights.length; start += size) {
    const end = start + size;
    let top = weights[start],
      sum = 0;
    for (let i = start; i < end; i++) top = Math.max(top, weights[i]);
    for (let i = start; i < end; i++) sum += Math.exp(weights[i] - top);
    for (let i = start; i < end; i++) {
      n += counts[i];
      if (counts[i]) nll += counts[i] * (Math.log(sum) + top - weights[i]);
    }
  }
  return n > 0 ? nll / n : null;
}

/** forward.penalty: lam times the mean of the squares. @param {Float64Array} weights @param {number} lam */
export function penalty(weights, lam) {
  return lam * (weights.reduce((sum, w) => sum + w * w, 0) / weights.length);
}

/** The arrays for runs of at most `most` epochs on counts (V * V), made once: no memory is allocated during a drag.
 * @param {Float64Array | number[]} counts @param {number} size @param {number} most @returns {Run} */
export function trainer(counts, size, most) {
  const cells = size * size,
    n = sumOf(counts),
    shares = Float64Array.from(counts, (count) => count / n);
  const totals = new Float64Array(size).map((_, row) => sumOf(shares.subarray(row * size, (row + 1) * size)));
  const numbers = (/** @type {number} */ length) => new Float64Array(length);
  return {
    size,
    cells,
    shares,
    totals,
    exps: numbers(size),
    weights: numbers(cells),
    loss: numbers(most + 1),
    nll: numbers(most + 1),
    kept: numbers((Math.floor(most / STRIDE) + 1) * cells),
    ...{ learningRate: 0, lam: 0, known: 0, overflowed: false },
  };
}

/** @param {Float64Array | number[]} values */
function sumOf(values) {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** training.train: begin a run at the first weights; runTo continues it.
 * @param {Run} run @param {ArrayLike<number>} first @param {number} learningRate @param {number} lam @returns {Run} */
export function begin(run, first, learningRate, lam) {
  run.weights.set(first);
  return Object.assign(run, { learningRate, lam, known: 0, overflowed: false });
}

/** Continue a run until the loss at `epoch` is known, or is not finite (`overflowed`), or `enough()` is true, which is
 *  asked every 16th epoch.
 * @param {Run} run @param {number} epoch @param {() => boolean} [enough] */
export function runTo(run, epoch, enough = () => false) {
  while (run.known <= epoch && !run.overflowed) {
    if (run.known % STRIDE === 0) run.kept.set(run.weights, (run.known / STRIDE) * run.cells);
    step(run, run.weights, run.known);
    if (Number.isFinite(run.loss[run.known])) run.known++;
    else run.overflowed = true;
    if (run.known % STRIDE === 0 && enough()) break;
  }
  return run;
}

/** The weights of training.train with this many epochs, whose loss must be known. Writes into `out` and returns it.
 * @param {Run} run @param {number} epoch @param {Float64Array} out */
export function weightsAt(run, epoch, out) {
  const from = Math.floor(epoch / STRIDE);
  out.set(run.kept.subarray(from * run.cells, (from + 1) * run.cells));
  for (let e = from * STRIDE; e < epoch; e++) step(run, out, e);
  return out;
}

/** Run.diverged, at this epoch: true if the run overflowed, or its loss is higher than at the beginning.
 * @param {Run} run @param {number} epoch */
export function hasDiverged(run, epoch) {
  return (run.overflowed && epoch >= run.known) || run.loss[Math.min(epoch, run.known - 1)] > run.loss[0];
}

/** training.nll_and_slope: write the nll and the loss of `weights` as those of epoch e, and make one update of
 *  `weights`.
 * @param {Run} run @param {Float64Array} weights @param {number} e */
function step(run, weights, e) {
  const { size, cells, shares, totals, exps, learningRate, lam } = run,
    decay = (2 * lam) / cells;
  let nll = 0,
    squares = 0;
  for (let row = 0, start = 0; row < size; row++, start += size) {
    let top = weights[start],
      sum = 0;
    for (let i = 1; i < size; i++) top = weights[start + i] > top ? weights[start + i] : top;
    for (let i = 0; i < size; i++) sum += exps[i] = expOfNegative(weights[start + i] - top);
    const logSum = top + Math.log(sum),
      scale = totals[row] / sum;
    for (let i = 0; i < size; i++) {
      const w = weights[start + i],
        share = shares[start + i];
      nll += share * (logSum - w);
      squares += w * w;
      weights[start + i] = w - learningRate * (scale * exps[i] - share + decay * w);
    }
  }
  run.nll[e] = nll;
  run.loss[e] = nll + lam * (squares / cells);
}
