// The random streams in the browser: names of a model from any place of a stream, and what decided a letter. Pure
// functions, no DOM; the port of analysis/streams, samples/names.py and samples/paired.py, the same letter by letter.
// Every draw takes equally many numbers of its stream, so a place in a stream is the number of draws before it.

import { MCG31_MODULUS, halves, mcg31First, mcg31Next, philox, twisterWords, uniform53 } from "./generators.js";
import { cumulate } from "./model.js";

const f = Math.fround,
  AT_FIRST = 2048; // a tape begins with room for so many draws
export const LONGEST = 1000; // samples.names.MAX_LEN

/** A stream and the numbers made from it so far: for each draw one uniform (inversion), or the waits e of all letters
 *  (race). `width` is how many numbers a draw has, `made` how many draws are made; `make` writes those of the next
 *  draw.
 * @typedef {{ kind: "inversion" | "race", size: number, width: number, numbers: Float64Array | Float32Array,
 *   made: number, make: Maker }} Tape */

/** Writes the numbers of the next draw into `out`, the first at index `at`.
 * @typedef {(out: Float64Array | Float32Array, at: number) => void} Maker */

/** A name: its ids, the place in the stream where it begins, and whether it was cut.
 * @typedef {{ ids: number[], place: number, cut: boolean }} Name */

/** A model's rows as a draw needs them, prepared at their first use.
 * @typedef {ReturnType<typeof modelOf>} Model */

/** The beginning of a stream (lecture, mkl, cpu or cuda), for rows of `size` letters. Its numbers are made when they
 *  are needed, and kept.
 * @param {keyof typeof MAKERS} name @param {bigint} seed 64 bits @param {number} size @returns {Tape} */
export function openTape(name, seed, size) {
  const inverts = name === "lecture",
    width = inverts ? 1 : size;
  const numbers = new (inverts ? Float64Array : Float32Array)(AT_FIRST * width);
  return { kind: inverts ? "inversion" : "race", size, width, numbers, made: 0, make: MAKERS[name](seed, size) };
}

/** How each stream makes the numbers of its draws.
 * @satisfies {Object<string, (seed: bigint, size: number) => Maker>} */
const MAKERS = {
  lecture(seed) {
    const word = twisterWords(halves(seed)[0]);
    return (out, at) => (out[at] = uniform53(word));
  },
  cpu(seed, size) {
    const word = twisterWords(halves(seed)[0]);
    return (out, at) => {
      for (let i = at; i < at + size; i++) out[i] = -Math.log1p(-uniform53(word));
    };
  },
  mkl(seed, size) {
    const word = twisterWords(halves(seed)[0]);
    return (out, at) => {
      let x = mcg31First(word());
      for (let i = at; i < at + size; i++, x = mcg31Next(x)) out[i] = -Math.log(x / MCG31_MODULUS);
    };
  },
  cuda(seed, size) {
    const [low, high] = halves(seed),
      words = new Uint32Array(4);
    return (out, at) => {
      for (let i = 0; i < size; i++) {
        const u = f(f(philox(at / size, 0, i, 0, low, high, words)[0]) * 2 ** -32 + 2 ** -33);
        out[at + i] = u >= 1 - 2 ** -24 ? 2 ** -24 : -Math.log(u); // a wait of 0 would win for any p
      }
    };
  },
};

/** The index on the tape where the numbers of a draw begin; they are made if they are not there yet.
 * @param {Tape} tape @param {number} draw */
function reach(tape, draw) {
  const { width } = tape;
  for (; tape.made <= draw; tape.made++) {
    if (tape.numbers.length < (tape.made + 1) * width) {
      const length = 2 * tape.numbers.length,
        longer = tape.kind === "inversion" ? new Float64Array(length) : new Float32Array(length);
      longer.set(tape.numbers);
      tape.numbers = longer;
    }
    tape.make(tape.numbers, tape.made * width);
  }
  return draw * width;
}

/** samples.names.sample_words: n names of probs (V * V), one after the other from the start of a tape, each cut after
 *  `maxLen` letters. A row whose probabilities are all 0 ends a name; Python refuses such a row.
 * @param {Tape} tape @param {ArrayLike<number>} probs @param {number} size @param {number} n
 * @param {number} [maxLen] */
export function sampleRunning(tape, probs, size, n, maxLen = LONGEST) {
  const model = modelOf(tape, probs, size),
    names = /** @type {Name[]} */ ([]);
  for (let j = 0, place = 0; j < n; j++) {
    names.push(nameFrom(tape, model, place, maxLen));
    place += drawsOf(names[j]);
  }
  return names;
}

/** One name from each of these places: with the places of another model's names, the second names of paired_samples.
 * @param {Tape} tape @param {ArrayLike<number>} probs @param {number} size @param {number[]} places
 * @param {number} [maxLen] */
export function sampleFromEach(tape, probs, size, places, maxLen = LONGEST) {
  const model = modelOf(tape, probs, size);
  return places.map((place) => nameFrom(tape, model, place, maxLen));
}

/** paired.first_difference: the first place where two names differ, or -1; the end counts as a letter. Both must have
 *  been made with the same maxLen.
 * @param {{ ids: number[] }} name @param {{ ids: number[] }} other */
export function firstDifference({ ids }, other) {
  const at = ids.findIndex((id, i) => id !== other.ids[i]);
  return at < 0 && other.ids.length > ids.length ? ids.length : at;
}

/** Stream.explain: what decided the draw at a place from a row of probs: u and the cumulative probabilities, or the
 *  wait e and p / e of all letters. `next` is the letter that came; `second` was second in the race, null if no other
 *  has p > 0.
 * @param {Tape} tape @param {ArrayLike<number>} probs @param {number} size @param {number} row @param {number} place */
export function decisionAt(tape, probs, size, row, place) {
  const model = modelOf(tape, probs, size),
    next = draw(tape, model, row, place),
    at = reach(tape, place);
  const line = model.rows.slice(row * size, (row + 1) * size);
  if (tape.kind === "inversion") return { kind: tape.kind, u: tape.numbers[at], cumulative: line, next };
  const e = tape.numbers.slice(at, at + size),
    ratio = line.map((p, i) => p / e[i]);
  let second = /** @type {number | null} */ (null);
  line.forEach((p, i) => p > 0 && i !== next && (second === null || ratio[i] > ratio[second]) && (second = i));
  return { kind: tape.kind, e, ratio, next, second };
}

/** How many draws a name has taken: one for each letter, and one for the end if it was not cut. @param {Name} name */
export function drawsOf({ ids, cut }) {
  return ids.length + (cut ? 0 : 1);
}

/** The model that `draw` takes; its rows are not prepared yet.
 * @param {Tape} tape @param {ArrayLike<number>} probs @param {number} size */
export function modelOf(tape, probs, size) {
  const inverts = tape.kind === "inversion";
  return { probs, size, inverts, ready: new Uint8Array(size), rows: new Float32Array(size * size) };
}

/** Stream.prepare: a row in float32, cumulative for an inversion. @param {Model} model @param {number} row */
function prepare({ probs, size, inverts, ready, rows }, row) {
  ready[row] = 1;
  if (inverts) cumulate(probs, size, row, rows.subarray(row * size, (row + 1) * size));
  else for (let i = row * size; i < (row + 1) * size; i++) rows[i] = probs[i];
}

/** A name from a place of a tape; `last` is the letter after which the model goes on, or the beginning.
 * @param {Tape} tape @param {Model} model @param {number} place @param {number} maxLen @param {number} [last]
 * @returns {Name} */
export function nameFrom(tape, model, place, maxLen, last = 0) {
  const ids = /** @type {number[]} */ ([]);
  for (let step = 0, current = last; step < maxLen; step++) {
    current = draw(tape, model, current, place + step);
    if (current === 0) return { ids, place, cut: false };
    ids.push(current);
  }
  return { ids, place, cut: true };
}

/** Stream.draw: the first letter whose cumulative p reaches u, or the first with the largest p / e in float32.
 * @param {Tape} tape @param {Model} model @param {number} row @param {number} place */
function draw(tape, model, row, place) {
  if (model.ready[row] === 0) prepare(model, row);
  const at = reach(tape, place),
    { rows, size } = model,
    { numbers } = tape,
    start = row * size;
  let next = 0;
  if (model.inverts) {
    while (rows[start + next] < numbers[at]) next++;
    return next;
  }
  for (let i = 0, best = -1; i < size; i++) {
    const ratio = f(rows[start + i] / numbers[at + i]);
    if (ratio > best) [best, next] = [ratio, i];
    else if (ratio !== ratio) return i; // 0 / 0: np.argmax gives it too
  }
  return next;
}
