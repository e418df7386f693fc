// What both models are at a λ and a smoothing: a port of analysis/net/regularization.py. Pure functions, no DOM.

import { kl, largestDifference, matchingSmoothing } from "../../components/live/model/distance.js";
import { meanEntropy, meanNll, rowOf } from "../../components/live/model/model.js";
import { SMALLEST } from "../../components/live/model/optimum.js";

/** regularization.side_by_side, of tables (V * V) that are known already. */
export function sideBySide({ counts, size, totals, netProbs, countedProbs, weights, room, data }, { lam, row }) {
  const [netNll, nll] = [netProbs, countedProbs].map((probs) => meanNll(counts, probs));
  const match = matchingSmoothing(counts, size, netProbs, data.controls.smoothing.high, room),
    cell = largestDifference(countedProbs, netProbs, size);
  const inRow = (probs) => rowOf(probs, size, row),
    here = largestDifference(inRow(countedProbs), inRow(netProbs), size);
  const net = { net_nll: netNll, net_perplexity: Math.exp(netNll), net_entropy: meanEntropy(netProbs, size) },
    counted = { nll, perplexity: Math.exp(nll), entropy: meanEntropy(countedProbs, size) },
    between = { kl: kl(counts, size, countedProbs, netProbs), nearest: match.smoothing, nearest_kl: match.kl };
  const largest = { difference: cell.size, previous: cell.previous, next: cell.next },
    inThisRow = { row_difference: here.size, row_next: here.next },
    factor = lam < SMALLEST ? null : totals[row] / inRow(weights).reduce((sum, w) => sum + Math.exp(w), 0);
  return { ...net, ...counted, ...between, ...largest, ...inThisRow, factor };
}

/** regularization.pulls on one cell: what the net expects there, the pull of the data, and that of λ. W and the
 *  pull of λ are null where λ is none. */
export function pullsOn({ counts, size, n, totals, netProbs, weights }, { lam, row, next }) {
  const i = row * size + next,
    expected = totals[row] * netProbs[i],
    finite = lam >= SMALLEST,
    w = finite ? weights[i] : null;
  const penalty = finite ? (-2 * lam * w) / size ** 2 : null;
  return { count: counts[i], expected, w, data: (counts[i] - expected) / n, penalty };
}

/** The largest difference of a probability in every row, into `out`. */
export function gapsOfRows(differences, size, out) {
  for (let row = 0; row < size; row++) {
    out[row] = 0;
    for (let i = row * size; i < (row + 1) * size; i++) out[row] = Math.max(out[row], Math.abs(differences[i]));
  }
  return out;
}

/** The lowest of 1, 2, 5, 10, 20 ... times a power of ten that a value, above 0, does not exceed. */
export function roundUp(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5].find((times) => times * power >= value) ?? 10);
}
