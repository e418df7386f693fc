// Letters of any script as text: labels of characters, words of them, and right-to-left text among numbers. Pure functions, no DOM.

const JOINERS = { ZWNJ: "\u200c", ZWJ: "\u200d" }; // as display_char in analysis/words/vocabulary.py names them
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const SEGMENTER = globalThis.Intl?.Segmenter && new Intl.Segmenter("en", { granularity: "grapheme" }),
  CLUSTER = /.[\p{M}\u200c\u200d]*/gsu; // nearly the same, for a browser without it: a letter and the marks on it

/** The character of a label, the other way round than display_char; of a space the open box stays.
 * @param {string} label */
export function characterOf(label) {
  if (label.length === 1) return label; // most are, and a long word has many
  if (label in JOINERS) return JOINERS[label];
  const code = /^U\+([0-9A-F]{4,6})$/.exec(label);
  return code ? String.fromCodePoint(parseInt(code[1], 16)) : label.replace(/^\u25cc(?=\p{M})/u, "");
}

/** Labels as the texts that together make a word: a combining mark stands on the letter before it, and on a dotted
 *  circle without one; what cannot be seen has its name only at an end of the word, where it joins nothing.
 * @param {string[]} labels */
function textsOf(labels) {
  return labels.map((label, i) => {
    const joins = label.startsWith("\u25cc")
      ? /[\p{L}\p{M}]$/u.test(labels[i - 1] ?? "")
      : i > 0 && i < labels.length - 1;
    return joins ? characterOf(label) : label;
  });
}

/** Letters as one word, from their labels. @param {string[]} labels */
export function joined(labels) {
  return textsOf(labels).join("");
}

/** Labels in groups that can only be shown together, as a letter and its vowel signs or two letters in one form: the
 *  text of each, the place of its first label and how many it has. @param {string[]} labels */
export function clusters(labels) {
  const texts = textsOf(labels),
    groups = /** @type {{ text: string, at: number, length: number }[]} */ ([]);
  let [at, text] = [0, ""];
  for (const grapheme of graphemes(texts.join(""))) {
    let [length, long] = [0, 0];
    text += grapheme;
    while (long < text.length) long += texts[at + length++].length;
    if (long > text.length) continue; // inside a label such as ZWJ
    groups.push({ text, at, length });
    [at, text] = [at + length, ""];
  }
  return groups;
}

/** A text as it is read, from left to right or from right to left, that turns nothing round which stands beside it.
 * @param {string} text */
export function isolated(text) {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/** Whether letters of a word are written in another form beside each other than alone. @param {string} word */
export function changesForm(word) {
  return /[\p{M}\p{Script=Arabic}]/u.test(word);
}

/** @param {string} text */
function graphemes(text) {
  if (!SEGMENTER) return text.match(CLUSTER) ?? [];
  return Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
}
