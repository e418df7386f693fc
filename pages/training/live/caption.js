// What the caption of *Training* says: the port of training_facts in analysis/views/net_captions.py. No DOM.

import { decimals, exact } from "../../components/live/paint/format.js";

const STUCK = 1e-3, // nats: who has not come further than this, of a gap that is ten times as large, has learned nothing
  TOO_STEEP = 700; // λ times the learning rate: with 27 letters, λ alone throws the weights to and fro from 729 on

/** The facts that a caption is chosen by, and the numbers that its text is filled with. `done` is what the run has come
 *  to, `first` its loss at epoch 0, `lowest` the lowest so far, `letters` the nll of letter frequencies alone.
 * @param {{ epoch: number, nll: number, loss: number, penalty: number, best_nll: number, gap: number }} done
 * @param {{ first: number, lowest: number, letters: number, size: number }} of
 * @param {{ epochs: number, learning_rate: number, lam: number }} values */
export function trainingFacts(done, { first, lowest, letters, size }, { epochs, learning_rate: rate, lam }) {
  const { epoch, nll, loss, penalty, best_nll, gap } = done,
    chance = Math.log(size);
  const run = { epoch, lam, overflow: Number(epoch < epochs), higher: Number(loss > first) },
    stuck = epoch >= 10 && first - loss < STUCK && gap > 10 * STUCK;
  return {
    facts: {
      ...run,
      steep: Number(lam * rate > TOO_STEEP),
      stuck: Number(stuck),
      rebound: loss - lowest,
      above_chance: nll - chance,
      above_letters: nll - letters,
      gap,
    },
    numbers: {
      epoch: exact(epoch),
      update: exact(epoch + 1),
      nll: decimals(nll, 4),
      loss: decimals(loss, 4),
      first: decimals(first, 4),
      lowest: decimals(lowest, 4),
      penalty: decimals(penalty, 4),
      gap: decimals(gap, 4),
      best: decimals(best_nll, 4),
      chance: decimals(chance, 4),
      letters: decimals(letters, 4),
      least: decimals(STUCK, 3),
      lam: exact(lam),
    },
  };
}
