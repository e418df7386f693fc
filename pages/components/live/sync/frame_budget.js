// How little work one frame does during a drag, so that there can be sixty frames a second: what is outside the screen is
// left out, texts and pictures take turns, and training goes on in the next frames.

import { isFolded } from "../paint/folds.js";
import { isAtRest } from "./page_state.js";

/** @typedef {import("./live_view.js").ViewState} ViewState */

const TRAINING_MS = 6,
  BESIDE_TEXTS_MS = 2; // training in one frame, without and with texts; the next frames continue it
const NEAR = 200; // pixels above and below the screen

/** True if this frame paints texts: during a drag, one frame in `every` does. Texts take more time than all pictures
 *  together (layout, and painting of letters). Call it once a frame. @param {ViewState} S @param {number} every */
export function textsDue(S, every) {
  S.textsWait = isAtRest(S.page) ? 0 : ((S.textsWait ?? 0) + 1) % every;
  return S.textsWait === 0;
}

/** True if this frame paints the pictures of a half, 0 or 1: during a drag, the two halves take turns. Call it after
 *  textsDue. @param {ViewState} S @param {number} half */
export function halfDue(S, half) {
  return isAtRest(S.page) || S.textsWait % 2 === half;
}

/** Paint a picture, unless it shows this already; `shows` is a text that describes what it shows. A picture that is not
 *  due asks for another frame.
 * @param {ViewState} S @param {HTMLCanvasElement & { shows?: string }} canvas
 * @param {string} shows @param {boolean} due @param {() => void} paint */
export function paintOnce(S, canvas, shows, due, paint) {
  if (canvas.shows === shows) return;
  if (!due) return S.ask();
  canvas.shows = shows;
  paint();
}

/** The time at which training must end on this frame. A frame with texts during a drag has less time. Call it after
 *  textsDue. @param {ViewState} S */
export function trainingEnds(S) {
  return performance.now() + (S.textsWait === 0 && !isAtRest(S.page) ? BESIDE_TEXTS_MS : TRAINING_MS);
}

/** Watch the canvases of a long picture: S.inSight is the set of those on the screen or near it. When it changes, a frame
 *  is asked for. @param {ViewState} S @param {Element[]} canvases */
export function watchSight(S, canvases) {
  S.inSight = new Set(canvases.filter((canvas) => !isFolded(canvas))); // until the browser has looked
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) S.inSight[isIntersecting ? "add" : "delete"](target);
      S.ask();
    },
    { rootMargin: "80px" },
  );
  for (const canvas of canvases) observer.observe(canvas);
}

/** Let the browser leave out the blocks of the page around `root` that are far outside the screen; they keep their size.
 *  Returns them. If somebody scrolls, it paints what comes near. @param {Element} root */
export function leaveOutFar(root) {
  const { host } = /** @type {ShadowRoot} */ (root.getRootNode()),
    blocks = [...document.querySelectorAll("[data-testid=stMain] [data-testid=stVerticalBlock] > *")];
  // all places are read before the first style is written: one layout is enough
  const places = blocks.map((block) => ({ block, place: block.getBoundingClientRect() }));
  const far = places.filter(
    ({ block, place }) => (place.bottom < -NEAR || place.top > innerHeight + NEAR) && !block.contains(host),
  );
  for (const { block, place } of far)
    Object.assign(/** @type {HTMLElement} */ (block).style, {
      contentVisibility: "auto",
      containIntrinsicSize: `${place.width}px ${place.height}px`,
    });
  return far.map(({ block }) => block);
}

/** Paint these blocks again. @param {Iterable<any>} left */
export function bringBack(left) {
  for (const { style } of left) Object.assign(style, { contentVisibility: "", containIntrinsicSize: "" });
}
