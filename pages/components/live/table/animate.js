// "Animate", for a lecture hall: from 0 to a million fake counts and back. Afterwards all is as before.

import { giveBack, hold } from "../owned.js";
import { valueBetween } from "../scale.js";

const SWEEP_MS = 6000; // one way
const REDUCED = matchMedia("(prefers-reduced-motion: reduce)");

/** Start the sweep; with reduced motion it goes from stop to stop. */
export function animate(S) {
  const begun = performance.now(), { scale } = S.data;
  S.animateButton.textContent = "Stop";
  hold(S.owned);
  const step = (now) => {
    const t = Math.max(0, now - begun) / SWEEP_MS;
    if (t >= 2) return stopAnimation(S);
    const share = t < 1 ? t : 2 - t;
    // no stops to snap to: the sweep is to be even
    S.owned.values.smoothing = REDUCED.matches ? scale.stops[Math.round(share * (scale.stops.length - 1))] : valueBetween(scale, share * scale.last);
    S.ask();
    S.playing = requestAnimationFrame(step);
  };
  S.playing = requestAnimationFrame(step);
}

/** End it, if it runs: what Python last said holds again. */
export function stopAnimation(S) {
  if (!S.playing) return;
  cancelAnimationFrame(S.playing);
  S.playing = 0;
  S.animateButton.textContent = "Animate";
  giveBack(S.owned);
  S.ask();
}
