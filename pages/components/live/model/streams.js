// The random streams in the browser: names of a model from any place of a stream, and what decided a letter. Pure
// functions, no DOM; ports of analysis/streams, samples/names.py and samples/twins.py, the same letter by letter. Each
// draw of a stream takes the same amount of its generator, so a place is the number of draws before it.

import { MCG31_MODULUS, halves, mcg31First, mcg31Next, philox, twisterWords, uniform53 } from "./generators.js";
import { cumulate } from "./model.js";

const f = Math.fround,
  AT_FIRST = 2048; // draws that a tape has room for at first
const LONGEST = 1000; // samples.names.MAX_LEN

/** A stream (lecture, mkl, cpu, cuda) at its start, for rows of `size` letters; the seed is a BigInt of 64 bits. Its
 *  numbers are made when they are asked for, and kept: of each draw the uniform, or the waits e of all letters. */
export function openTape(name, seed, size) {
  const inverts = name === "lecture",
    width = inverts ? 1 : size;
  const numbers = new (inverts ? Float64Array : Float32Array)(AT_FIRST * width);
  return { kind: inverts ? "inversion" : "race", size, width, numbers, made: 0, make: MAKERS[name](seed, size) };
}

/** How each stream makes the numbers of its next draw: writes them into `out` from a place on. */
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
        out[at + i] = u >= 1 - 2 ** -24 ? 2 ** -24 : -Math.log(u); // no time at all would win, whatever p is
      }
    };
  },
};

/** Where the numbers of a draw begin on the tape, after they are made. */
function reach(tape, draw) {
  const { width } = tape;
  for (; tape.made <= draw; tape.made++) {
    if (tape.numbers.length < (tape.made + 1) * width) {
      const longer = new tape.numbers.constructor(2 * tape.numbers.length);
      longer.set(tape.numbers);
      tape.numbers = longer;
    }
    tape.make(tape.numbers, tape.made * width);
  }
  return draw * width;
}

/** samples.names.sample_words: n names one after the other from the start of a tape, of probs (V * V): for each its
 *  ids, the place where it begins, and whether it was cut after `maxLen` letters. A row without mass, which Python
 *  refuses, gives the end. */
export function sampleRunning(tape, probs, size, n, maxLen = LONGEST) {
  const model = modelOf(tape, probs, size),
    names = [];
  for (let j = 0, place = 0; j < n; j++) {
    names.push(nameFrom(tape, model, place, maxLen));
    place += drawsOf(names[j]);
  }
  return names;
}

/** A name from each of some places: with those of another model's running list, the second names of twin_names. */
export function sampleFromEach(tape, probs, size, places, maxLen = LONGEST) {
  const model = modelOf(tape, probs, size);
  return places.map((place) => nameFrom(tape, model, place, maxLen));
}

/** twins.first_difference: where two names, of one maxLen, differ first, the end counted as a letter; or -1. */
export function firstDifference({ ids }, other) {
  const at = ids.findIndex((id, i) => id !== other.ids[i]);
  return at < 0 && other.ids.length > ids.length ? ids.length : at;
}

/** Stream.explain: what decided the draw at a place from a row of probs. The cumulative line and u, or of all letters
 *  the wait e and p / e; `next` came, `second` (null where no other has p > 0) would have been next. */
export function decisionAt(tape, probs, size, row, place) {
  const model = modelOf(tape, probs, size),
    next = draw(tape, model, row, place),
    at = reach(tape, place);
  const line = model.rows.slice(row * size, (row + 1) * size);
  if (tape.kind === "inversion") return { kind: tape.kind, u: tape.numbers[at], cumulative: line, next };
  const e = tape.numbers.slice(at, at + size),
    ratio = line.map((p, i) => p / e[i]);
  let second = null;
  line.forEach((p, i) => p > 0 && i !== next && (second === null || ratio[i] > ratio[second]) && (second = i));
  return { kind: tape.kind, e, ratio, next, second };
}

/** The draws that a name has taken: its letters and, if it came, the end. */
function drawsOf({ ids, cut }) {
  return ids.length + (cut ? 0 : 1);
}

/** Stream.prepare, of each row when the first letter is drawn from it: float32, cumulative for an inversion. */
function modelOf(tape, probs, size) {
  const inverts = tape.kind === "inversion";
  return { probs, size, inverts, ready: new Uint8Array(size), rows: new Float32Array(size * size) };
}

function prepare({ probs, size, inverts, ready, rows }, row) {
  ready[row] = 1;
  if (inverts) cumulate(probs, size, row, rows.subarray(row * size, (row + 1) * size));
  else for (let i = row * size; i < (row + 1) * size; i++) rows[i] = probs[i];
}

function nameFrom(tape, model, place, maxLen) {
  const ids = [];
  for (let step = 0, current = 0; step < maxLen; step++) {
    current = draw(tape, model, current, place + step);
    if (current === 0) return { ids, place, cut: false };
    ids.push(current);
  }
  return { ids, place, cut: true };
}

/** Stream.draw: the first letter whose cumulative p reaches u, or the first with the largest p / e in float32. */
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
    else if (ratio !== ratio) return i; // 0 / 0: as np.argmax has it
  }
  return next;
}
