// The first weights of a net, from a seed, in the browser, so that the seed can be dragged: the port of
// forward.initial_weights. Pure functions, no DOM. randn is the same to the last bit as torch's on processors with
// AVX2. On others the last bit of a float32 can differ, which no picture shows; when nothing moves, the weights are
// Python's. Sources: analysis/streams/numbers.py; Moshier's Cephes for logarithm, sine and cosine in float32, which
// torch uses too.

import { halves, philox, twisterWords, uniform53 } from "./generators.js";

const f = Math.fround;

/** a * b + c in float32, rounded once: a product of two float32 is exact in float64.
 * @param {number} a @param {number} b @param {number} c */
const fused = (a, b, c) => f(a * b + c);

const LOG = [
  7.0376836292e-2, -1.151461031e-1, 1.167699874e-1, -1.2420140846e-1, 1.4249322787e-1, -1.6668057665e-1,
  2.0000714765e-1, -2.4999993993e-1, 3.3333331174e-1,
].map(f);
const SINE = [-1.9515295891e-4, 8.3321608736e-3, -1.6666654611e-1].map(f),
  COSINE = [2.443315711809948e-5, -1.388731625493765e-3, 4.166664568298827e-2].map(f);
const EIGHTH_TURN = [0.78515625, 2.4187564849853515625e-4, 3.774894977445941e-8].map(f),
  PER_TURN = f(4 / Math.PI); // EIGHTH_TURN is pi / 4 in three parts
const LN_2 = [0.693359375, -2.1219444e-4].map(f),
  float = new Float32Array(1),
  bits = new Int32Array(float.buffer);

/** The first weights (cells), for `init` randn, rand, cuda or zeros.
 * @param {string} init @param {number} cells @param {bigint} seed 64 bits @returns {Float64Array} */
export function initialWeights(init, cells, seed) {
  if (init === "zeros") return new Float64Array(cells);
  if (init === "cuda") return cudaNormals(cells, seed);
  const word = twisterWords(halves(seed)[0]);
  return init === "rand" ? Float64Array.from({ length: cells }, () => unit24(word())) : normals(cells, word);
}

/** torch.rand in float32: the low 24 bits of a word, in [0, 1). @param {number} word */
function unit24(word) {
  return (word & 0xffffff) * 2 ** -24;
}

/** torch.randn on a CPU: blocks of 16 uniforms, in each the first 8 give radii and the last 8 angles (Box and Muller).
 *  If the last block is not full, the last 16 values are drawn again. Fewer than 16 values are drawn one by one, in
 *  float64.
 * @param {number} cells @param {() => number} word */
function normals(cells, word) {
  if (cells < 16) return pairsOfNormals(cells, word);
  const out = Float64Array.from({ length: cells }, () => unit24(word()));
  for (let start = 0; start + 16 <= cells; start += 16) boxMuller(out, start);
  if (cells % 16) {
    for (let i = cells - 16; i < cells; i++) out[i] = unit24(word());
    boxMuller(out, cells - 16);
  }
  return out;
}

/** Replace 16 uniforms of `out` by 16 normals. @param {Float64Array} out @param {number} start */
function boxMuller(out, start) {
  for (let i = start; i < start + 8; i++) {
    const radius = f(Math.sqrt(f(-2 * logarithm(f(1 - out[i]))))),
      [sine, cosine] = sineAndCosine(f(f(2 * Math.PI) * out[i + 8]));
    out[i] = f(radius * cosine);
    out[i + 8] = f(radius * sine);
  }
}

/** A polynomial in float32; the factor of the highest power comes first. @param {number[]} factors @param {number} x */
const polynomial = (factors, x) => factors.reduce((sum, factor) => fused(sum, x, factor));

/** ln of a float32 in (0, 1]: its exponent times ln 2, plus a polynomial of its fraction, between sqrt(1/2) and
 *  sqrt(2).
 * @param {number} x */
function logarithm(x) {
  float[0] = x;
  let exponent = (bits[0] >> 23) - 126;
  bits[0] = (bits[0] & 0x007fffff) | 0x3f000000;
  let rest = f(float[0] - 1);
  if (float[0] < f(Math.SQRT1_2)) [exponent, rest] = [exponent - 1, f(rest + float[0])];
  const square = f(rest * rest),
    tail = fused(f(polynomial(LOG, rest) * rest), square, f(exponent * LN_2[1]));
  return fused(exponent, LN_2[0], f(rest + fused(-square, 0.5, tail)));
}

/** Sine and cosine of a float32 in [0, 2 pi): the angle is a number of eighths of a turn, and a rest for the
 *  polynomials.
 * @param {number} angle */
function sineAndCosine(angle) {
  const eighth = (Math.trunc(f(angle * PER_TURN)) + 1) & ~1,
    rest = EIGHTH_TURN.reduce((left, piece) => fused(-eighth, piece, left), angle);
  const square = f(rest * rest);
  let sine = fused(f(polynomial(SINE, square) * square), rest, rest);
  let cosine = f(fused(f(polynomial(COSINE, square) * square), square, -0.5 * square) + 1);
  if (eighth & 2) [sine, cosine] = [cosine, sine];
  return [eighth & 4 ? -sine : sine, (eighth + 2) & 4 ? -cosine : cosine];
}

/** Normals one by one: an angle and a radius, from a uniform of 53 bits each, give two values.
 * @param {number} cells @param {() => number} word */
function pairsOfNormals(cells, word) {
  const out = new Float64Array(cells + 1);
  for (let i = 0; i < cells; i += 2) {
    const angle = 2 * Math.PI * uniform53(word),
      radius = Math.sqrt(-2 * Math.log1p(-uniform53(word)));
    out[i] = f(radius * Math.cos(angle));
    out[i + 1] = f(radius * Math.sin(angle));
  }
  return out.subarray(0, cells);
}

/** numbers.cuda_normals: torch.randn on an NVIDIA GPU. @param {number} cells @param {bigint} seed */
function cudaNormals(cells, seed) {
  const [low, high] = halves(seed),
    words = new Uint32Array(4);
  const unit = (/** @type {number} */ word, /** @type {number} */ scale) =>
    f(f(f(word) * f(2 ** -32 * scale)) + f(2 ** -33 * scale));
  return Float64Array.from({ length: cells }, (_, i) => {
    const [x, y] = philox(0, 0, i, 0, low, high, words);
    return f(f(Math.sqrt(f(-2 * f(Math.log(unit(x, 1)))))) * f(Math.sin(unit(y, 2 * Math.PI))));
  });
}
