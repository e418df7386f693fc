// The model in the browser: pure functions, no DOM, nothing random. Each is the port of a function in analysis/,
// named in its comment; tests/js/test_model.py holds the two together to 1e-9. Tables are flat, row by row.

/** counts.smoothing.smoothed_probs: counts (N * V) with `smoothing` added to every cell, each row divided by its sum. A
 *  row of zeros becomes uniform. Writes into `out` and returns it.
 * @param {ArrayLike<number>} counts @param {number} size @param {number} smoothing @param {Float64Array} [out]
 * @returns {Float64Array} */
export function smoothedProbs(counts, size, smoothing, out = new Float64Array(counts.length)) {
  for (let start = 0; start < counts.length; start += size) {
    let mass = 0;
    for (let i = start; i < start + size; i++) mass += out[i] = counts[i] + smoothing;
    for (let i = start; i < start + size; i++) out[i] = mass > 0 ? out[i] / mass : 1 / size;
  }
  return out;
}

/** counts.smoothing.fake_share: the share of fake counts in all counts, `total` of them real, of a table (V * V).
 * @param {number} total @param {number} size @param {number} smoothing */
export function fakeShare(total, size, smoothing) {
  const fake = smoothing * size ** 2;
  return fake ? fake / (total + fake) : 0;
}

/** models.temperature.with_temperature: a row of probabilities (V) to the power 1 / temperature, divided by its new sum;
 *  in logarithms, so that no power underflows to 0. At 1 it is the row itself.
 * @param {Float64Array} row @param {number} temperature @returns {Float64Array} */
export function withTemperature(row, temperature) {
  if (temperature === 1) return row;
  const logs = row.map((p) => Math.log(p) / temperature),
    most = largest(logs, -Infinity);
  const powers = logs.map((log) => Math.exp(log - most)),
    mass = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / mass);
}

/** The same for each row of a table (V * V).
 * @param {Float64Array} probs @param {number} size @param {number} temperature */
export function tableWithTemperature(probs, size, temperature) {
  const heated = new Float64Array(probs.length);
  for (let row = 0; row < size; row++) heated.set(withTemperature(rowOf(probs, size, row), temperature), row * size);
  return heated;
}

/** counts.smoothing.row_entropy: the entropy of each row of probs (V * V), in nats, 0 to ln V; 0 ln 0 is 0.
 * @param {ArrayLike<number>} probs @param {number} size @returns {Float64Array} */
export function rowEntropy(probs, size) {
  const entropy = new Float64Array(size);
  for (let row = 0; row < size; row++)
    for (let i = row * size; i < (row + 1) * size; i++) if (probs[i] > 0) entropy[row] -= probs[i] * Math.log(probs[i]);
  return entropy;
}

/** counts.smoothing.mean_entropy: the mean entropy of a row of probs (V * V), in nats.
 * @param {ArrayLike<number>} probs @param {number} size */
export function meanEntropy(probs, size) {
  return rowEntropy(probs, size).reduce((a, b) => a + b, 0) / size;
}

/** samples.names.sample_many for one row of uniforms: the ids of a word. Each letter is the first whose cumulative
 *  probability is above its uniform; the word ends at id 0, or is cut where the uniforms end (`cut` says so).
 * @param {ArrayLike<number>} probs @param {number} size @param {ArrayLike<number> & Iterable<number>} uniforms
 * @returns {{ ids: number[], cut: boolean }} */
export function sampleWord(probs, size, uniforms) {
  const ids = [];
  let current = 0;
  for (const u of uniforms) {
    const start = current * size;
    let total = 0;
    for (let i = start; i < start + size; i++) total += probs[i];
    let sum = 0,
      next = 0;
    while (next < size - 1 && (sum += probs[start + next]) / total <= u) next++;
    if (next === 0) return { ids, cut: false };
    ids.push(next);
    current = next;
  }
  return { ids, cut: true };
}

/** counts.likelihood.mean_nll: of the words counted in counts (V * V) under probs (V * V), nats per predicted
 *  character; Infinity where a counted pair has probability 0, null where nothing is counted.
 * @param {ArrayLike<number>} counts @param {ArrayLike<number>} probs @returns {number | null} */
export function meanNll(counts, probs) {
  let n = 0,
    total = 0;
  for (let i = 0; i < counts.length; i++) {
    if (counts[i] === 0) continue;
    n += counts[i];
    total += counts[i] * Math.log(probs[i]);
  }
  return n > 0 ? -total / n + 0 : null; // + 0: a perfect model scores 0, not -0
}

/** samples.names.sample_words with streams.lecture: the ids of n words, one after the other from one running stream.
 *  Each letter is the first whose cumulative probability, added up in float32, reaches the next uniform. A word ends at
 *  id 0; where the uniforms end, the last one is cut (`cut` says so).
 * @param {ArrayLike<number>} probs @param {number} size @param {ArrayLike<number> & Iterable<number>} uniforms
 * @param {number} n @returns {{ ids: number[], cut: boolean }[]} */
export function sampleWords(probs, size, uniforms, n) {
  const cumulative = new Map(),
    words = [];
  const row = (/** @type {number} */ i) =>
    cumulative.get(i) ?? (cumulative.set(i, cumulate(probs, size, i)), cumulative.get(i));
  let next = 0;
  for (let word = 0; word < n; word++) {
    const ids = [];
    let current = 0;
    do {
      if (next === uniforms.length) return [...words, { ids, cut: true }];
      const line = row(current),
        u = uniforms[next++];
      current = 0;
      while (line[current] < u) current++;
      if (current !== 0) ids.push(current);
    } while (current !== 0);
    words.push({ ids, cut: false });
  }
  return words;
}

/** lecture.accumulate: the cumulative probabilities of a row of probs (V * V) as torch's kernel of 2022 adds them: in
 *  float32, one after the other. Writes into `line` (V), a Float32Array, and returns it.
 * @param {ArrayLike<number>} probs @param {number} size @param {number} row @param {Float32Array} [line]
 * @returns {Float32Array} */
export function cumulate(probs, size, row, line = new Float32Array(size)) {
  let sum = 0;
  for (let i = 0; i < size; i++) line[i] = sum = Math.fround(sum + Math.fround(probs[row * size + i]));
  for (let i = 0; i < size; i++) line[i] /= sum;
  return line;
}

/** A row of a table (V * V): a view of it, not a copy. @param {Float64Array} table @param {number} size @param {number} row */
export function rowOf(table, size, row) {
  return table.subarray(row * size, (row + 1) * size);
}

/** The sum of each row of a table (V * V). @param {Float64Array} table @param {number} size */
export function rowTotals(table, size) {
  return Array.from({ length: size }, (_, row) => rowOf(table, size, row).reduce((a, b) => a + b, 0));
}

/** The likeliest next character of a row of counts or probabilities: the id of the largest, the first of several.
 * @param {ArrayLike<number>} row */
export function likeliest(row) {
  let best = 0;
  for (let i = 1; i < row.length; i++) if (row[i] > row[best]) best = i;
  return best;
}

/** The largest of some values, but at least `least`. @param {Float64Array} values @param {number} least */
export function largest(values, least) {
  return values.reduce((a, b) => Math.max(a, b), least);
}
