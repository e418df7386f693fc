// What the caption of the live table says: the port of smoothing_facts in analysis/views/captions.py. No DOM.

import { fakeShare, likeliest, rowOf } from "../model/model.js";
import { decimals, exact, percent } from "../paint/format.js";

/** What a caption needs of the counts (V * V), worked out once: their sum, and how many are 0. @param {Float64Array} counts */
export function totalAndZeros(counts) {
  return {
    total: counts.reduce((a, b) => a + b, 0),
    zeros: counts.reduce((sum, count) => sum + Number(count === 0), 0),
  };
}

/** The facts that a caption is chosen by, and the numbers that its text is filled with. `unsmoothed` and `probs` are
 *  tables (V * V) without and with smoothing; `total` and `zeros` as above.
 * @param {{ counts: Float64Array, unsmoothed: Float64Array, probs: Float64Array, total: number, zeros: number, size: number,
 *   labels: string[] }} tables
 * @param {{ smoothing: number, row: number }} values */
export function smoothingFacts({ counts, unsmoothed, probs, total, zeros, size, labels }, { smoothing, row }) {
  const here = rowOf(counts, size, row),
    next = likeliest(here),
    fake = fakeShare(total, size, smoothing),
    at = row * size + next,
    rowTotal = here.reduce((a, b) => a + b, 0);
  return {
    facts: { smoothing, zeros, row_total: rowTotal, change: Math.abs(probs[at] - unsmoothed[at]), fake },
    numbers: {
      zeros: exact(zeros),
      cells: exact(size ** 2),
      fake: percent(fake),
      row: labels[row],
      row_total: exact(rowTotal),
      next: labels[next],
      raw: decimals(unsmoothed[at], 4),
      prob: decimals(probs[at], 4),
      chance: decimals(1 / size, 4),
    },
  };
}
