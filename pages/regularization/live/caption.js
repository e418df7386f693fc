// What the caption of *Regularization* says: the port of regularization_facts in analysis/views/net_captions.py. No DOM.

import { decimals, exact } from "../../components/live/paint/format.js";

const CLOSE = 1.2; // times the lowest kl: two tables that are nearer to each other than this are called matched

/** The facts that a caption is chosen by, and the numbers that its text is filled with. `both` is what side_by_side of
 *  Python, or its port, gives.
 * @param {Object<string, any>} both @param {{ lam: number, smoothing: number }} values @param {string[]} labels */
export function regularizationFacts(both, { lam, smoothing }, labels) {
  const kl = both.kl === "inf" ? Infinity : both.kl,
    infinite = kl === Infinity,
    chance = Math.log(labels.length);
  const matched = !infinite && kl <= CLOSE * both.nearest_kl + 1e-9;
  return {
    facts: {
      lam,
      smoothing,
      infinite: Number(infinite),
      matched: Number(matched),
      flat: chance ? both.net_entropy / chance : 1,
    },
    numbers: {
      lam: exact(lam),
      smoothing: exact(smoothing),
      kl: decimals(kl, 6),
      nearest: exact(Number(both.nearest.toPrecision(5))),
      difference: decimals(both.difference, 4),
      previous: labels[both.previous],
      next: labels[both.next],
      net_nll: decimals(both.net_nll, 4),
      chance: decimals(chance, 4),
      size: exact(labels.length),
    },
  };
}
