// Runs of training that continue from frame to frame.

import { STRIDE, begin, runTo, softmax, weightsAt } from "./net.js";
import { initialWeights } from "./first_weights.js";

/** What a view keeps of a run: the run, its settings, and the weights that Python has sent, as text and numbers.
 * @typedef {{ run: import("./net.js").Run, settings?: string, packed?: string, first?: Float64Array }} Kept */

/** What Python has sent: the first weights (base64 of float32) of its seed and its init.
 * @typedef {{ init: string, seed: string, first: string }} Sent */

/** Continue a run to `epochs`, or until `enough()` is true. S.weights and `probs` are then those of the `epoch` that
 *  comes back: the one that was asked for, or, if the run is still `behind`, the last one whose weights are kept.
 * @param {{ now: Sent, size: number, weights: Float64Array }} S @param {Kept} kept
 * @param {{ epochs: number, learning_rate: number, lam: number, seed: string, init?: string }} values
 * @param {Float64Array} probs @param {() => boolean} enough */
export function advance(S, kept, { epochs, learning_rate: rate, lam, seed, init = S.now.init }, probs, enough) {
  const run = ensureRun(kept, { seed, rate, lam, init }, S.now, S.size ** 2);
  runTo(run, epochs, enough);
  const behind = run.known <= epochs && !run.overflowed,
    last = Math.min(epochs, run.known - 1),
    epoch = behind ? last - (last % STRIDE) : last;
  softmax(weightsAt(run, epoch, S.weights), S.size, probs);
  return { run, epoch, behind };
}

/** The run of these first weights, learning rate and lambda; if one of them has changed, it begins again. The first
 *  weights that Python has sent are used for its seed and its init: when nothing moves, the weights are Python's.
 * @param {Kept} kept @param {{ seed: string, rate: number, lam: number, init: string }} values @param {Sent} sent
 * @param {number} cells */
function ensureRun(kept, { seed, rate, lam, init }, { init: knownInit, seed: known, first }, cells) {
  const pythons = known === seed && knownInit === init,
    settings = [init, seed, rate, lam, pythons].join();
  if (kept.settings === settings) return kept.run;
  kept.settings = settings;
  return begin(kept.run, pythons ? unpacked(kept, first) : initialWeights(init, cells, BigInt(seed)), rate, lam);
}

/** The weights of a text, worked out once: with many letters it would take longer than a frame.
 * @param {Kept} kept @param {string} text */
function unpacked(kept, text) {
  const first = kept.packed === text && kept.first ? kept.first : unpack(text);
  Object.assign(kept, { packed: text, first });
  return first;
}

/** First weights from base64 of float32. @param {string} text */
function unpack(text) {
  return Float64Array.from(
    new Float32Array(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)).buffer),
  );
}
