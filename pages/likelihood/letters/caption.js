// What the letters show now, as facts and numbers for the caption: the port of captions.letters_facts in Python.
// Pure functions, no DOM.

import { fakeShare } from "../../components/live/model/model.js";
import { decimals, exact, percent } from "../../components/live/paint/format.js";

/** `total` is the sum of all counts.
 * @param {{ letters: { previous: number, next: number, prob: number, logprob: number }[], total: number, size: number,
 *   labels: string[] }} known
 * @param {{ smoothing: number }} values */
export function lettersFacts({ letters, total, size, labels }, { smoothing }) {
  const chance = Math.log(size),
    fake = fakeShare(total, size, smoothing);
  const nll = -letters.reduce((sum, { logprob }) => sum + logprob, 0) / letters.length + 0,
    rounded = letters.map(({ prob }) => Number(prob.toExponential(9))),
    worst = letters[rounded.indexOf(Math.min(...rounded))];
  const impossible = new Set(letters.filter(({ prob }) => prob === 0).map((one) => one.previous * size + one.next))
      .size,
    small = worst.prob < 0.001 && worst.prob > 0 ? Math.max(6, 1 - Math.floor(Math.log10(worst.prob))) : 4;
  return {
    facts: { impossible, over: Number.isFinite(nll) ? nll - chance : 0, fake },
    numbers: {
      impossible: exact(impossible),
      letters: exact(letters.length),
      nll: decimals(nll, 4),
      chance: decimals(chance, 4),
      fake: percent(fake),
      row: labels[worst.previous],
      next: labels[worst.next],
      prob: decimals(worst.prob, small),
    },
  };
}
