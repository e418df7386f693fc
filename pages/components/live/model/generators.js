// The three generators of random numbers behind the streams and the first weights, bit by bit as torch has them: the
// port of analysis/streams/numbers.py. Pure functions, no DOM; no array is made for a number: a seed can be dragged.

/** numbers.twister_words: the 32-bit words of MT19937, one a call; seeded with a number of 32 bits.
 * @param {number} seed @returns {() => number} */
export function twisterWords(seed) {
  const state = new Uint32Array(624);
  state[0] = seed;
  for (let i = 1; i < 624; i++) state[i] = Math.imul(1812433253, state[i - 1] ^ (state[i - 1] >>> 30)) + i;
  let next = 624;
  return () => {
    if (next === 624) {
      for (let i = 0; i < 624; i++) {
        const both = (state[i] & 0x80000000) | (state[i < 623 ? i + 1 : 0] & 0x7fffffff);
        state[i] = state[i < 227 ? i + 397 : i - 227] ^ (both >>> 1) ^ (both & 1 ? 0x9908b0df : 0);
      }
      next = 0;
    }
    let word = state[next++];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    return (word ^ (word >>> 18)) >>> 0;
  };
}

/** numbers.pair_words: a uniform in [0, 1) of 53 bits, from the next two words.
 * @param {() => number} word @returns {number} */
export function uniform53(word) {
  const high = word(),
    low = word();
  return ((high & 0x1fffff) * 2 ** 32 + low) * 2 ** -53;
}

/** The low and the high 32 bits of a seed, a BigInt of 64. @param {bigint} seed @returns {[number, number]} */
export function halves(seed) {
  return [Number(seed & 0xffffffffn), Number(seed >> 32n)];
}

/** numbers.philox: Philox4x32-10, a counter of four 32-bit words and a key of two -> four words, written into `out`.
 * @param {number} a @param {number} b @param {number} c @param {number} d @param {number} low @param {number} high
 * @param {Uint32Array} out @returns {Uint32Array} */
export function philox(a, b, c, d, low, high, out) {
  for (let round = 0; round < 10; round++) {
    const left = highOfProduct(a, 0xd2511f53),
      right = highOfProduct(c, 0xcd9e8d57);
    const left0 = Math.imul(a, 0xd2511f53),
      right0 = Math.imul(c, 0xcd9e8d57);
    a = (right ^ b ^ low) >>> 0;
    c = (left ^ d ^ high) >>> 0;
    b = right0 >>> 0;
    d = left0 >>> 0;
    low = (low + 0x9e3779b9) >>> 0;
    high = (high + 0xbb67ae85) >>> 0;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
  return out;
}

/** The upper 32 bits of the product of two 32-bit words. @param {number} x @param {number} y @returns {number} */
function highOfProduct(x, y) {
  const x1 = x >>> 16,
    x0 = x & 0xffff,
    y1 = y >>> 16,
    y0 = y & 0xffff;
  const middle = x1 * y0 + ((x0 * y0) >>> 16),
    other = x0 * y1 + (middle & 0xffff);
  return x1 * y1 + Math.floor(middle / 65536) + Math.floor(other / 65536);
}

export const MCG31_MODULUS = 2 ** 31 - 1;
const FACTOR = 1132489760,
  FACTOR_HIGH = Math.floor(FACTOR / 2 ** 16),
  FACTOR_LOW = FACTOR % 2 ** 16;

/** numbers.mkl_uniforms: the first x of MCG31m1, of the 32-bit word that seeds it: from 1 to the modulus - 1.
 * @param {number} word @returns {number} */
export function mcg31First(word) {
  return word % MCG31_MODULUS || 1;
}

/** The x after x: times the factor, modulo 2 ** 31 - 1. The product has 61 bits, so it is made in two parts of 47.
 * @param {number} x @returns {number} */
export function mcg31Next(x) {
  return folded(folded(x * FACTOR_HIGH) * 2 ** 16 + x * FACTOR_LOW);
}

/** A whole number below 2 ** 53 modulo 2 ** 31 - 1, where 2 ** 31 is 1: its upper bits are added to its lower ones.
 * @param {number} product @returns {number} */
function folded(product) {
  const upper = Math.floor(product * 2 ** -31),
    sum = upper + (product - upper * 2 ** 31);
  return sum < MCG31_MODULUS ? sum : sum - MCG31_MODULUS;
}
