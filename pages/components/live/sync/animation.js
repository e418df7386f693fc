// Values that move by themselves, for a lecture hall: "Animate", "Play". At the end they are what they were before; a click on
// Stop keeps those of that moment, unless the animation goes back by itself.

import { giveBack, hold, release, repaint } from "./page_state.js";

const REDUCED = matchMedia("(prefers-reduced-motion: reduce)");

/** True if the visitor wants nothing to move by itself. */
export const prefersStill = () => REDUCED.matches;

/** Start the animation, or stop the one that runs. `set(share)` gives the values at this share of the way, 0 to 1.
 *  `jumps` are a few values from first to last: people who want reduced motion see only these, one after the other. The
 *  way takes `ms`. With `back`, the animation then goes back, which takes as long again.
 * @param {Object<string, any>} S @param {Element} button
 * @param {{ ms: number, back?: boolean, set: (share: number) => object, jumps: object[] }} way */
export function toggleAnimation(S, button, { ms, back = false, set, jumps }) {
  const { page } = S;
  if (page.animation) return page.animation.stop(!back);
  release(page); // what was typed just now: the animation gives back the values that it found
  hold(page, S);
  const start = performance.now(),
    label = button.textContent;
  const jumpAt = (share) => jumps[Math.min(Math.floor(share * jumps.length), jumps.length - 1)];
  const valuesAt = (share) => (REDUCED.matches ? jumpAt : set)(share);
  let frame = 0;
  const stop = (keep = false) => {
    cancelAnimationFrame(frame);
    page.animation = null;
    button.textContent = label;
    (keep ? release : giveBack)(page);
  };
  const step = (now) => {
    const end = back ? 2 : 1,
      t = Math.min(Math.max(0, now - start) / ms, end);
    Object.assign(page.values, valuesAt(t < 1 ? t : 2 - t));
    repaint(page);
    frame = requestAnimationFrame(t < end ? step : () => stop()); // so the last picture is painted on a slow machine too
  };
  page.animation = { stop };
  Object.assign(page.values, valuesAt(0)); // the first picture is that of the start already
  button.textContent = S.data.stop;
  frame = requestAnimationFrame(step);
}

/** Stop the animation of this page, if one runs. @param {Object<string, any>} S */
export function stopAnimation({ page }) {
  page.animation?.stop();
}
