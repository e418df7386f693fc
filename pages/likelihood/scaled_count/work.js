// One count scaled: a port of analysis/counts/likelihood/scaled_count.py. Pure functions, no DOM.

/** nudge.nudge_cell of one cell of counts (V * V), `n` in all, with the nll of the counted table known. */
export function nudgeCell({ counts, size, n, nll }, { row, next, nudge }) {
  const count = counts[row * size + next],
    total = rowOf(counts, size, row).reduce((sum, value) => sum + value, 0);
  const counted = count / total,
    prob = (nudge * counted) / (1 + counted * (nudge - 1)),
    weight = total / n,
    moves = count > 0 && count < total;
  const rise = moves ? weight * (Math.log1p(counted * (nudge - 1)) - counted * Math.log(nudge)) : 0;
  const slope = moves ? weight * ((1 - counted) / (1 - prob) - counted / prob) : 0;
  return { count, total, counted, prob, nll: nll + rise, rise, slope };
}

/** nudge.nudged_probs, the row alone: the nudged cell, and the others as they share what is left. Into `out` (V). */
export function nudgedRow({ counts, size }, { row, next, nudge }, out) {
  let total = 0;
  for (let i = 0; i < size; i++) total += out[i] = counts[row * size + i] * (i === next ? nudge : 1);
  for (let i = 0; i < size; i++) out[i] /= total;
  return out;
}

export function rowOf(table, size, row) {
  return table.subarray(row * size, (row + 1) * size);
}
