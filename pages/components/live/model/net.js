// The net in the browser: the port of analysis/net/forward.py and training.py. Pure functions, no DOM, nothing random.
// tests/js/test_net.py holds it against Python to 1e-9. Tables are flat, row by row, Float64Array.

export const STRIDE = 16; // every 16th epoch's weights are kept, so that any epoch is 15 steps away at most
const PER_UNIT = 1024,
  LOWEST = -40; // steps of the table of exponentials, and where it ends
const EXPONENTIALS = Float64Array.from({ length: -LOWEST * PER_UNIT + 1 }, (_, i) => Math.exp(-i / PER_UNIT));
const SIXTH = 1 / 6;

/** exp(x) for x <= 0, to 3e-15. Math.exp is a call out of the loop, and would be most of a run's time; this is compiled
 *  into it. x is split into a whole number of steps, looked up, and a rest so small that a short series does.
 *  Below -40 it stays at exp(-40) = 4e-18, which no sum with a 1 in it notices. */
function expOfNegative(x) {
  x = x > LOWEST ? x : LOWEST;
  const i = (0.5 - x * PER_UNIT) | 0,
    rest = x + i / PER_UNIT;
  return EXPONENTIALS[i] * (1 + rest * (1 + rest * (0.5 + rest * SIXTH)));
}

/** forward.net_probs: softmax of every row of weights (V * V). Writes into `out` and returns it. */
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

/** forward.net_nll: nats per predicted character; from the logarithm of the softmax, so that it is finite for any weights. */
export function netNll(counts, size, weights) {
  let n = 0,
    total = 0;
  for (let start = 0; start < size * size; start += size) {
    let top = weights[start],
      sum = 0;
    for (let i = start; i < start + size; i++) top = Math.max(top, weights[i]);
    for (let i = start; i < start + size; i++) sum += Math.exp(weights[i] - top);
    const logSum = top + Math.log(sum);
    for (let i = start; i < start + size; i++) {
      n += counts[i];
      total += counts[i] * (logSum - weights[i]);
    }
  }
  return total / n;
}

/** forward.penalty: lam times the mean of the squares. */
export function penalty(weights, lam) {
  return lam * (weights.reduce((sum, w) => sum + w * w, 0) / weights.length);
}

/** Room for runs of at most `most` epochs on counts (V * V): nothing is allocated while a slider is dragged. */
export function trainer(counts, size, most) {
  const cells = size * size,
    n = counts.reduce((a, b) => a + b, 0),
    shares = Float64Array.from(counts, (count) => count / n);
  const totals = new Float64Array(size).map((_, row) =>
    shares.subarray(row * size, (row + 1) * size).reduce((a, b) => a + b, 0),
  );
  const numbers = (length) => new Float64Array(length);
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
  };
}

/** training.train: begin at the first weights. loss[e] and nll[e] will be those of W after e updates; `known` is how many there are. */
export function begin(run, first, learningRate, lam) {
  run.weights.set(first);
  return Object.assign(run, { learningRate, lam, known: 0, overflowed: false });
}

/** Run on until the loss at `epoch` is known, or is not finite (`overflowed`), or `enough()` says so, asked now and then. */
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

/** Run.weights_at: W after `epoch` updates of a run whose loss there is known, into `out`. */
export function weightsAt(run, epoch, out) {
  const from = Math.floor(epoch / STRIDE);
  out.set(run.kept.subarray(from * run.cells, (from + 1) * run.cells));
  for (let e = from * STRIDE; e < epoch; e++) step(run, out, e);
  return out;
}

/** Whether the run has gone wrong by this epoch, as training.Run says it: it overflowed, or ends above where it began. */
export function hasDiverged(run, epoch) {
  return (run.overflowed && epoch >= run.known) || run.loss[Math.min(epoch, run.known - 1)] > run.loss[0];
}

/** training.nll_and_slope: write down the nll and loss of `weights` as those of epoch e, and take one step down. */
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
