// The table filled word by word, forward and back, from all words as one row of ids. Pure, but for what it keeps: how far it is.

/** `words` holds the ids as two bytes each, in base64, a boundary (0) before, between and after the words; `rows` and `columns` say
 *  which row a previous id has in the table, and which column a next one. */
export function makeFill({ words, rows, columns }, size) {
  const bytes = Uint8Array.from(atob(words), (character) => character.charCodeAt(0)),
    ids = new Uint16Array(bytes.buffer),
    begins = [];
  ids.forEach((id, place) => id === 0 && begins.push(place));
  const counts = new Array(size * size).fill(0);
  return { ids, begins, rows, columns, size, words: begins.length - 1, counts, known: 0 };
}

/** counts.bigrams.count_ids: make its counts those of the first `words` words; from where it is, so a step is quick. */
export function fillTo(fill, words) {
  const { ids, begins, rows, columns, size, counts, known } = fill,
    by = words > known ? 1 : -1;
  const [from, to] = [begins[Math.min(known, words)], begins[Math.max(known, words)]];
  for (let i = from; i < to; i++) counts[rows[ids[i]] * size + columns[ids[i + 1]]] += by;
  fill.known = words;
  return counts;
}

/** The pairs of one word, counted from 0, as cells of the table. */
export function cellsOf({ ids, begins, rows, columns }, word) {
  return Array.from({ length: begins[word + 1] - begins[word] }, (_, i) => ({
    row: rows[ids[begins[word] + i]],
    next: columns[ids[begins[word] + i + 1]],
  }));
}

/** The letters of one word as ids. */
export function lettersOf({ ids, begins }, word) {
  return [...ids.subarray(begins[word] + 1, begins[word + 1])];
}

/** How many words are counted at a share, 0 ... 1, of the show: the first 20 one by one, then ever more at a time. */
export function wordsAt(share, words) {
  const slow = 0.35,
    few = Math.min(20, words);
  if (share < slow) return Math.round((share / slow) * few);
  return Math.min(words, Math.round(few * (words / Math.max(1, few)) ** ((share - slow) / (1 - slow))));
}
