// What words cost under a table: a port of analysis/counts/likelihood (steps.py, score_word). Pure functions, no DOM.

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
