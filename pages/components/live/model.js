// The model in the browser: pure functions, no DOM, nothing random. Each is the twin of a function in analysis/,
// named beside it; tests/browser/test_bigram_js.py holds the two together to 1e-9. Tables are flat, row by row.

/** smoothing.smoothed_probs: counts (V * V) with `smoothing` added to every cell, each row divided by its own sum.
 *  A row without mass becomes uniform. Writes into `out` and returns it. */
export function smoothedProbs(counts, size, smoothing, out = new Float64Array(size * size)) {
  for (let row = 0; row < size; row++) {
    const start = row * size;
    let mass = 0;
    for (let i = start; i < start + size; i++) mass += out[i] = counts[i] + smoothing;
    for (let i = start; i < start + size; i++) out[i] = mass > 0 ? out[i] / mass : 1 / size;
  }
  return out;
}

/** smoothing.row_entropy: the entropy of each row of probs (V * V), in nats, 0 to ln V; 0 ln 0 is 0. */
export function rowEntropy(probs, size) {
  const entropy = new Float64Array(size);
  for (let row = 0; row < size; row++)
    for (let i = row * size; i < (row + 1) * size; i++) if (probs[i] > 0) entropy[row] -= probs[i] * Math.log(probs[i]);
  return entropy;
}

/** sampling.sample_many for one row of uniforms: the ids of a word. Each letter is the first whose cumulative
 *  probability is above its uniform; the word ends at id 0, or is cut where the uniforms end (`cut` says so). */
export function drawWord(probs, size, uniforms) {
  const ids = [];
  let current = 0;
  for (const u of uniforms) {
    const start = current * size;
    let total = 0;
    for (let i = start; i < start + size; i++) total += probs[i];
    let sum = 0, next = 0;
    while (next < size - 1 && (sum += probs[start + next]) / total <= u) next++;
    if (next === 0) return { ids, cut: false };
    ids.push(next);
    current = next;
  }
  return { ids, cut: true };
}

/** smoothing.smoothing_at: the smoothing at a position of the slider, 0 ... 410: a true 0, then 0.001 a step up to
 *  0.01, then 50 steps a decade to 1,000,000, rounded to three digits; marks are met exactly. */
export function smoothingAt(position, marks) {
  const near = marks.find((mark) => Math.abs(positionOf(mark) - position) < 0.5);
  if (near !== undefined) return near;
  return position <= 10 ? Math.round(position) / 1000 : Number((10 ** ((position - 110) / 50)).toPrecision(3));
}

/** smoothing.position_of: where a smoothing stands on the slider; the inverse of smoothingAt, but for its rounding. */
export function positionOf(smoothing) {
  return smoothing <= 0.01 ? smoothing * 1000 : 110 + 50 * Math.log10(smoothing);
}
