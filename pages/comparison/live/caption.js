// What the caption of *Counts and net* says: the port of comparison_facts in analysis/views/net_captions.py. No DOM.

import { decimals, exact } from "../../components/live/paint/format.js";

const MOST_KL = 1e6; // nats: stands for infinity in the facts of a caption, which are finite

/** The facts that a caption is chosen by, and the numbers that its text is filled with. `same` of the `n` pairs of names
 *  are equal, null where they are not known; `flatter`: the mean entropy of a row of the net less
 *  that of the counted table. `away`: the net's loss ended higher than it began, or is no number.
 * @param {{ kl: number, flatter: number, same: number | null, epoch: number, away: boolean }} done
 * @param {{ n: number, smoothing: number, epochs: number, lam: number }} values */
export function comparisonFacts({ kl, flatter, same, epoch, away }, { n, smoothing, epochs, lam }) {
  const net = { away: Number(away), overflow: Number(epoch < epochs), epoch, smoothing, lam };
  return {
    facts: { ...net, kl: Math.min(kl, MOST_KL), flatter, known: Number(same !== null), share: (same ?? 0) / n },
    numbers: {
      kl: decimals(kl, 4),
      same: exact(same ?? 0),
      n: exact(n),
      smoothing: exact(smoothing),
      epoch: exact(epoch),
      lam: exact(lam),
    },
  };
}
