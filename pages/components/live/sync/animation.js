// A value that moves by itself, for a lecture hall: "Animate", "Play". Afterwards all is as before.

import { giveBack, hold, repaint } from "./page_state.js";

const REDUCED = matchMedia("(prefers-reduced-motion: reduce)");

/** Start it, or end it where it runs. `set(share)` gives the values at this share of the way, 0 ... 1, or `jump(share)`,
 *  where motion is to be reduced; it takes `ms` from end to end, and with `back` the same way back. */
export function toggleAnimation(S, button, { ms, back = false, set, jump }) {
  const { page } = S;
  if (page.animation) return page.animation.stop();
  hold(page, S);
  const start = performance.now(),
    label = button.textContent;
  let frame = 0;
  const stop = () => {
    cancelAnimationFrame(frame);
    page.animation = null;
    button.textContent = label;
    giveBack(page);
  };
  const step = (now) => {
    const t = Math.max(0, now - start) / ms;
    if (t >= (back ? 2 : 1)) return stop();
    Object.assign(page.values, (REDUCED.matches ? jump : set)(t < 1 ? t : 2 - t));
    repaint(page);
    frame = requestAnimationFrame(step);
  };
  page.animation = { stop };
  button.textContent = S.data.stop;
  frame = requestAnimationFrame(step);
}

/** End what this page animates. */
export function stopAnimation({ page }) {
  page.animation?.stop();
}
