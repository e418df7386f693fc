// One count scaled: a port of analysis/counts/likelihood/scaled_count.py. Pure functions, no DOM.

import { rowOf } from "../../components/live/model/model.js";

/** scaled_count.scale_count of one cell of counts (V * V), `n` in all; `nll` is that of the counted table. In a row
 *  without counts, for which Python raises, what cannot be divided is null. */
export function scaleCount({ counts, size, n, nll }, { row, next, factor }) {
  const count = counts[row * size + next],
    total = rowOf(counts, size, row).reduce((sum, value) => sum + value, 0);
  if (total === 0) return { count, total, counted: null, prob: null, nll, rise: 0, slope: null };
  const counted = count / total,
    prob = (factor * counted) / (1 + counted * (factor - 1)),
    weight = total / n;
  const rise = count < total ? weight * (Math.log1p(counted * (factor - 1)) - counted * Math.log(factor)) : 0;
  // a term is 0 where nothing was counted for it: ln q of the pair itself, ln(1 - q) of the others
  const slope = weight * ((count < total ? (1 - counted) / (1 - prob) : 0) - (count > 0 ? counted / prob : 0));
  return { count, total, counted, prob, nll: nll + rise, rise, slope };
}

/** scaled_count.scaled_probs, the row alone. Writes into `out` (V) and returns it. */
export function scaledRow({ counts, size }, { row, next, factor }, out) {
  let total = 0;
  for (let i = 0; i < size; i++) total += out[i] = counts[row * size + i] * (i === next ? factor : 1);
  for (let i = 0; i < size; i++) out[i] = total ? out[i] / total : 1 / size;
  return out;
}
