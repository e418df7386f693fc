// How much is done on one frame, so that sixty of them fit into a second.

import { isAtRest } from "./page_state.js";
import { atRest } from "./shared_state.js";

const TRAINING_MS = 6,
  BESIDE_TEXTS_MS = 2; // of training a frame; what is left is done on the frames that follow

/** Whether texts are painted on this frame: while a hand moves, on every `every`th one. They cost more than all pictures
 *  together (layout, and painting letters). Asked once a frame. */
export function textsDue(S, every) {
  S.textsWait = rests(S) ? 0 : ((S.textsWait ?? 0) + 1) % every;
  return S.textsWait === 0;
}

/** Whether the pictures of a half, 0 or 1, are painted on this frame: while a hand moves, each on every second one. Asked
 *  after textsDue. */
export function halfDue(S, half) {
  return rests(S) || S.textsWait % 2 === half;
}

/** Paint a picture unless it shows just this (a text) already; one that is not due waits for the next frame. */
export function paintOnce(S, canvas, shows, due, paint) {
  if (canvas.shows === shows) return;
  if (!due) return S.ask();
  canvas.shows = shows;
  paint();
}

/** Until when this frame may train: asked after textsDue. Where a hand moves, a frame with texts has little time left. */
export function trainingEnds(S) {
  return performance.now() + (S.textsWait === 0 && !rests(S) ? BESIDE_TEXTS_MS : TRAINING_MS);
}

function rests(S) {
  return S.page ? isAtRest(S.page) : atRest(S.owned);
}
