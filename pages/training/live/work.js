// What the training picture works out for the values it stands at: the run, the table it gives, the best net. No DOM.

import { meanNll, rowOf, rowTotals, sampleWord, smoothedProbs } from "../../components/live/model/model.js";
import { penalty, trainer } from "../../components/live/model/net.js";
import { optimumProbs } from "../../components/live/model/optimum.js";
import { trainingEnds } from "../../components/live/sync/frame_budget.js";
import { decimals, exact, fill, signed, significant } from "../../components/live/paint/format.js";
import { advance } from "../../components/live/model/runs.js";

/** Take the counts of the words that the net is trained on, where they are others than before: what does not move with the
 *  sliders is worked out here, once. */
export function takeCounts(S) {
  const { counts, uniforms, controls } = S.data,
    only = S.page.values.only ?? Object.keys(counts)[0];
  if (S.only === only) return;
  S.only = only;
  S.counts = Float64Array.from(counts[only]);
  S.counted = smoothedProbs(S.counts, S.size, 0);
  S.totals = rowTotals(S.counts, S.size);
  S.uncounted = [...S.totals.keys()].filter((row) => !S.totals[row]); // their rows stay empty
  S.known = emptied(S, Float64Array.from(S.counted));
  S.run = trainer(S.counts, S.size, controls.epochs.high);
  S.before = uniforms.own.map((row) => sampleWord(S.counted, S.size, row).ids);
  Object.assign(S, { settings: "", best: null, cell: null });
}

/** Put into S.work how far the run has come and what it gives there; S.probs, S.weights and S.difference are its tables.
 *  The best net is solved only on frames with texts: while λ is dragged, its lines follow a few frames later. */
export function work(S, texts) {
  const until = trainingEnds(S),
    { run, epoch, behind } = advance(S, S, S.page.values, S.probs, () => performance.now() > until);
  const best = texts || !S.best ? ensureBest(S, S.page.values.lam) : S.best;
  for (let i = 0; i < S.probs.length; i++) S.difference[i] = S.probs[i] - S.counted[i];
  emptied(S, S.difference);
  const nll = run.nll[epoch],
    loss = run.loss[epoch];
  const lowest = { best_nll: best.nll, best_loss: best.loss, gap: loss - best.loss };
  S.work = { epoch, nll, loss, penalty: loss - nll, ...lowest, behind };
  return S.work;
}

/** A table with zeros in the rows that were never counted: nothing is known of them. */
function emptied({ uncounted, size }, table) {
  for (const row of uncounted) table.fill(0, row * size, (row + 1) * size);
  return table;
}

/** The nll and the loss of the best net at this lambda: net/optimum.py's best_of. */
function ensureBest(S, lam) {
  if (S.best?.lam === lam) return S.best;
  optimumProbs(S.counts, S.size, lam, S.bestWeights, S.bestProbs);
  const nll = meanNll(S.counts, S.bestProbs); // of lambda 0 too, where there are no finite weights
  return (S.best = { lam, nll, loss: nll + (lam < 1e-12 ? 0 : penalty(S.bestWeights, lam)) });
}

/** A cell in words: its weight, its softmax, its count, and how one comes from the other. */
export function cellInWords({ data, size, counts, totals, weights, probs, counted, difference }, { row, next }) {
  const i = row * size + next,
    w = weights[i];
  const here = rowOf(weights, size, row),
    top = here.reduce((x, y) => Math.max(x, y)),
    shift = Math.abs(top) > 300 ? top : 0;
  const sum = here.reduce((total, weight) => total + Math.exp(weight - shift), 0),
    exponent = shift ? fill(data.texts.exponent_less, { shift: significant(shift, 4) }) : data.texts.exponent;
  const shared = { count: exact(counts[i]), total: exact(totals[row]), counted: decimals(counted[i], 4) };
  const letters = { row: data.labels[row], next: data.labels[next] },
    softmax = {
      weight: decimals(w, 4),
      exponent,
      power: significant(Math.exp(w - shift), 4),
      sum: significant(sum, 5),
    },
    results = { prob: decimals(probs[i], 4), ...shared, difference: signed(difference[i], 4) };
  return fill(totals[row] ? data.texts.cell : data.texts.cell_uncounted, { ...letters, ...softmax, ...results });
}

/** The run as rows for a file. */
export function lossRows({ run, work }) {
  return [
    ["epoch", "loss_nats", "nll_nats"],
    ...Array.from({ length: work.epoch + 1 }, (_, e) => [e, run.loss[e], run.nll[e]]),
  ];
}
