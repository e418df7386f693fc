// Words that somebody types, as ids. A pure function, no DOM.

import { characterOf } from "../paint/letters.js";

const OPEN_BOX = "\u2423"; // the label of a space

/** Words with spaces between them as ids, the boundary at both ends; null where a list with these labels has no such
 *  words. If words of the list have spaces, the text is one word. A capital that the list does not have is read as a
 *  small letter. The port of `words` in live/controls, with split_text and spelled in controls/words.py.
 * @param {string} text @param {string[]} labels @param {{ words: number, letters: number }} limits */
export function wordsOf(text, labels, limits) {
  const letters = labels.slice(1).map((label) => (label === OPEN_BOX ? " " : characterOf(label))),
    clean = text.normalize("NFC").trim(),
    words = letters.includes(" ") ? [clean] : clean.split(/\s+/);
  const ids = words.map((word) => {
    const known = Array.from(word, (letter) => (letters.includes(letter) ? letter : letter.toLowerCase())).join("");
    return Array.from(known, (letter) => letters.indexOf(letter) + 1);
  });
  const fits = ids.every((word) => word.length > 0 && word.length <= limits.letters && !word.includes(0));
  return fits && words.length <= limits.words ? ids.map((word) => [0, ...word, 0]) : null;
}
