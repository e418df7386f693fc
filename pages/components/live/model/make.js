// Words that fit a wish: the port of analysis/samples/make.py and of judge_words in analysis/models/likelihood.py, with
// the lecture's stream. Pure functions, no DOM.

import { LONGEST, drawsOf, modelOf, nameFrom } from "./streams.js";

const TRIES = 100_000,
  TRIES_FOR_EACH = 200,
  LETTERS = 20; // as in samples/make.py

/** Which words are wanted: `start` has the ids of their first letters; no word is in `known`.
 * @typedef {{ start: number[], shortest: number, longest: number, known: Set<string> | null }} Wish */

/** A search for n words: what it has found so far, and how many words it has drawn for that.
 * @typedef {ReturnType<typeof openSearch>} Search */

/** The beginning of a search for n words of probs (V * V), from the start of a tape. `letters` are the V characters.
 * @param {import("./streams.js").Tape} tape @param {ArrayLike<number>} probs @param {string[]} letters
 * @param {number} n @param {Wish} wish */
export function openSearch(tape, probs, letters, n, wish) {
  const found = /** @type {number[][]} */ ([]),
    most = Math.max(TRIES, TRIES_FOR_EACH * n);
  return { tape, model: modelOf(tape, probs, letters.length), letters, n, wish, found, most, tries: 0, place: 0 };
}

/** samples.make.make_words, until it ends or `isLate()`: true if there is more to do. A model that can never make such
 *  a word is searched too, in vain; Python says so at once.
 * @param {Search} search @param {() => boolean} isLate */
export function continueSearch(search, isLate) {
  const { tape, model, n, wish, found, most } = search,
    { start, shortest, longest } = wish,
    last = start.at(-1) ?? 0;
  while (found.length < n && search.tries < most && search.place < LETTERS * most) {
    if (isLate()) return true;
    const name = nameFrom(tape, model, search.place, LONGEST - start.length, last),
      length = start.length + name.ids.length;
    search.tries++;
    search.place += drawsOf(name);
    if (length < shortest || length > longest) continue;
    const ids = [...start, ...name.ids];
    if (!wish.known?.has(wordOf(search.letters, ids))) found.push(ids);
  }
  return false;
}

/** A word of these ids. @param {string[]} letters @param {number[]} ids */
function wordOf(letters, ids) {
  return ids.map((id) => letters[id]).join("");
}

/** models.likelihood.judge_words: the words found, each with its mean nll under probs (V * V), in nats per character;
 *  in the order drawn, or with `sort` "nll" the lowest first.
 * @param {Search} search @param {ArrayLike<number>} probs @param {string} sort */
export function judgeFound({ found, letters }, probs, sort) {
  const judged = found.map((ids) => ({ word: wordOf(letters, ids), nll: nllOf(ids, probs, letters.length) }));
  return sort === "nll" ? judged.sort((a, b) => (a.nll === b.nll ? 0 : a.nll - b.nll)) : judged;
}

/** @param {number[]} ids @param {ArrayLike<number>} probs @param {number} size */
function nllOf(ids, probs, size) {
  let [sum, previous] = [0, 0];
  for (const id of [...ids, 0]) {
    sum -= Math.log(probs[previous * size + id]);
    previous = id;
  }
  return sum / (ids.length + 1);
}
