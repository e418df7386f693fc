// Words that somebody types, as ids. A pure function, no DOM.

import { characterOf } from "../paint/letters.js";

/** Words with spaces between them as ids, the boundary at both ends; null where a list with these labels has no such
 *  words: capitals that it does not have are read as small letters. The port of `words` in live/controls. */
export function wordsOf(text, labels, limits) {
  const words = text.normalize("NFC").split(/\s+/).filter(Boolean),
    letters = labels.map(characterOf),
    idOf = (letter) => Math.max(letters.indexOf(letter, 1), letters.indexOf(letter.toLowerCase(), 1)),
    ids = words.map((word) => [...word].map(idOf));
  const fits = ids.every((word) => word.length <= limits.letters && !word.includes(-1));
  return fits && words.length > 0 && words.length <= limits.words ? ids.map((word) => [0, ...word, 0]) : null;
}
