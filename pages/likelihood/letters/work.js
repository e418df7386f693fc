// What words cost under a table: the twin of analysis/counts/steps.py and of score_word. Pure functions, no DOM.

/** Words with spaces between them as ids, the boundary at both ends; null where a list with these labels has no such
 *  words: capitals that it does not have are read as small letters. The twin of `words` in live/controls. */
export function wordsOf(text, labels, limits) {
  const words = text.normalize("NFC").split(/\s+/).filter(Boolean),
    idOf = (letter) => Math.max(labels.indexOf(letter, 1), labels.indexOf(letter.toLowerCase(), 1)),
    ids = words.map((word) => [...word].map(idOf));
  const fits = ids.every((word) => word.length <= limits.letters && !word.includes(-1));
  return fits && words.length > 0 && words.length <= limits.words ? ids.map((word) => [0, ...word, 0]) : null;
}

/** likelihood.score_word of each word (ids, the boundary at both ends): every letter, with the word it is of. */
export function lettersOf(words, probs, size) {
  return words.flatMap((ids, word) =>
    ids.slice(1).map((next, i) => {
      const previous = ids[i],
        prob = probs[previous * size + next];
      return { word, previous, next, prob, logprob: Math.log(prob) };
    }),
  );
}

/** steps.steps_of: sum (nats), mean nll (nats per character) and perplexity over the letters. */
export function sumsOf(letters) {
  const total = letters.reduce((sum, { logprob }) => sum + logprob, 0),
    nll = -total / letters.length + 0;
  return { log_likelihood: total, nll, perplexity: Math.exp(nll) };
}
