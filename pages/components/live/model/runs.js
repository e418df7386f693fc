// Runs that go on from frame to frame.

import { STRIDE, begin, runTo, softmax, weightsAt } from "./net.js";
import { initialWeights } from "./first_weights.js";

/** Take a run as far as the epoch that is asked for, or until `enough()`: S.weights and `probs` are then those of `epoch`, the one
 *  that was asked for; or, where it is `behind`, the last one whose weights are kept. `kept` holds run and begun. */
export function advance(S, kept, { epochs, learning_rate: rate, lam, seed, init = S.now.init }, probs, enough) {
  const run = ensureRun(kept, { seed, rate, lam, init }, S.now, S.size ** 2);
  runTo(run, epochs, enough);
  const behind = run.known <= epochs && !run.overflowed,
    last = Math.min(epochs, run.known - 1),
    epoch = behind ? last - (last % STRIDE) : last;
  softmax(weightsAt(run, epoch, S.weights), S.size, probs);
  return { run, epoch, behind };
}

/** The run of these first weights, learning rate and lambda; begun anew where one of them is another.
 *  What Python has sent (`first`, of its init and seed) is taken as it is: where nothing moves, the weights are Python's. */
function ensureRun(kept, { seed, rate, lam, init }, { init: knownInit, seed: known, first }, cells) {
  const pythons = known === seed && knownInit === init,
    begun = [init, seed, rate, lam, pythons].join();
  if (kept.begun === begun) return kept.run;
  kept.begun = begun;
  return begin(kept.run, pythons ? unpack(first) : initialWeights(init, cells, BigInt(seed)), rate, lam);
}

/** First weights: base64 of float32. */
function unpack(text) {
  return Float64Array.from(
    new Float32Array(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer),
  );
}
