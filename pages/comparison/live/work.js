// What counts and net come to for the values they stand at: both tables, their names, what each costs. No DOM.

import { klOfRows, largestDifference } from "../../components/live/model/distance.js";
import { meanEntropy, meanNll, smoothedProbs } from "../../components/live/model/model.js";
import { hasDiverged, netNll } from "../../components/live/model/net.js";
import { decimals, exact, fill, signed } from "../../components/live/paint/format.js";
import { showsPython } from "../../components/live/sync/live_view.js";
import { trainingEnds } from "../../components/live/sync/frame_budget.js";
import { advance } from "../../components/live/model/runs.js";

// Of a list of which only the table is known, there are no parts.
const HELD_OUT = { train_nll_counts: null, dev_nll_counts: null, train_nll_neural: null, dev_nll_neural: null };

/** Put both tables and their figures into S. Nets that have not come to their epoch yet say so by `behind`. */
export function work(S) {
  const { smoothing, row } = S.page.values,
    { size, counts } = S,
    until = trainingEnds(S),
    enough = () => performance.now() > until;
  const asked = { ...S.page.values, seed: S.page.values.init_seed },
    { epoch, behind } = advance(S, S.all, asked, S.netProbs, enough);
  smoothedProbs(counts.all, size, smoothing, S.countedProbs);
  for (let i = 0; i < S.difference.length; i++) S.difference[i] = S.netProbs[i] - S.countedProbs[i];
  S.kls = klOfRows(counts.all, size, S.countedProbs, S.netProbs, S.kls);
  const cell = largestDifference(S.countedProbs, S.netProbs, size);
  const nll_counts = meanNll(counts.all, S.countedProbs),
    nll_neural = netNll(counts.all, S.weights),
    kl = S.kls.reduce((a, b) => a + b, 0),
    flatter = meanEntropy(S.netProbs, size) - meanEntropy(S.countedProbs, size);
  S.work = { row, epoch, behind, kl, flatter, max_abs_diff: cell.size, cell, nll_counts, nll_neural, ...HELD_OUT };
  S.work.overflowed = S.all.run.overflowed && epoch < S.page.values.epochs;
  S.work.diverged = !behind && hasDiverged(S.all.run, epoch);
  return (showsPython(S) && !behind) || !S.train.run ? S.work : Object.assign(S.work, heldOut(S, asked, enough)); // at rest Python has said what they come to
}

/** Both fitted on the train part: their nll there and on dev; null of a net that is on its way. */
function heldOut(S, asked, enough) {
  const counted = smoothedProbs(S.counts.train, S.size, S.page.values.smoothing, S.heldOut),
    { behind } = advance(S, S.train, asked, S.heldOutNet, enough);
  S.work.behind ||= behind;
  const { train, dev } = S.counts;
  return {
    train_nll_counts: meanNll(train, counted),
    dev_nll_counts: meanNll(dev, counted),
    train_nll_neural: behind ? null : netNll(train, S.weights),
    dev_nll_neural: behind ? null : netNll(dev, S.weights),
  };
}

/** A cell in words. */
export function cellInWords({ data, size, counts, totals, countedProbs, netProbs, difference, page }, { row, next }) {
  const i = row * size + next,
    { smoothing } = page.values;
  const pair = { row: data.labels[row], next: data.labels[next], count: exact(counts.all[i]) },
    sums = { fake: exact(smoothing), total: exact(totals[row]), all_fake: exact(smoothing * size) },
    probs = {
      counted: decimals(countedProbs[i], 4),
      net: decimals(netProbs[i], 4),
      difference: signed(difference[i], 4),
    };
  return fill(smoothing ? data.texts.cell_smoothed : data.texts.cell, { ...pair, ...sums, ...probs });
}
