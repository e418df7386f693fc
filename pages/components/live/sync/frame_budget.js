// How much work one frame does, so that there can be sixty frames a second.

import { isAtRest } from "./page_state.js";

const TRAINING_MS = 6,
  BESIDE_TEXTS_MS = 2; // training in one frame, without and with texts; the next frames continue it

/** True if this frame paints texts: during a drag, one frame in `every` does. Texts take more time than all pictures
 *  together (layout, and painting of letters). Call it once a frame.
 * @param {Object<string, any>} S @param {number} every */
export function textsDue(S, every) {
  S.textsWait = isAtRest(S.page) ? 0 : ((S.textsWait ?? 0) + 1) % every;
  return S.textsWait === 0;
}

/** True if this frame paints the pictures of a half, 0 or 1: during a drag, the two halves take turns. Call it after
 *  textsDue.
 * @param {Object<string, any>} S @param {number} half */
export function halfDue(S, half) {
  return isAtRest(S.page) || S.textsWait % 2 === half;
}

/** Paint a picture, unless it shows this already; `shows` is a text that describes what it shows. A picture that is not
 *  due asks for another frame.
 * @param {Object<string, any>} S @param {HTMLCanvasElement & { shows?: string }} canvas @param {string} shows
 * @param {boolean} due @param {() => void} paint */
export function paintOnce(S, canvas, shows, due, paint) {
  if (canvas.shows === shows) return;
  if (!due) return S.ask();
  canvas.shows = shows;
  paint();
}

/** The time at which training must end on this frame. A frame with texts during a drag has less time. Call it after
 *  textsDue.
 * @param {Object<string, any>} S */
export function trainingEnds(S) {
  return performance.now() + (S.textsWait === 0 && !isAtRest(S.page) ? BESIDE_TEXTS_MS : TRAINING_MS);
}
