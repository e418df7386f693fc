// A slider that moves by itself, for a lecture hall: "Animate", "Play". Afterwards all is as before.

import { giveBack, hold } from "./shared_state.js";

const REDUCED = matchMedia("(prefers-reduced-motion: reduce)");

/** Start it, or end it where it runs. `set(share)` puts the values where they are at this share of the way, 0 ... 1, or
 *  `jump(share)`, where motion is to be reduced; it takes `ms` from end to end, and with `back` the same way back. */
export function toggleSweep(S, button, { ms, back = false, set, jump }) {
  if (S.playing) return stopSweep(S);
  const begun = performance.now();
  S.sweep = { button, label: button.textContent };
  button.textContent = "Stop";
  hold(S.owned);
  const step = (now) => {
    const t = Math.max(0, now - begun) / ms;
    if (t >= (back ? 2 : 1)) return stopSweep(S);
    (REDUCED.matches ? jump : set)(t < 1 ? t : 2 - t);
    S.ask();
    S.playing = requestAnimationFrame(step);
  };
  S.playing = requestAnimationFrame(step);
}

/** End it, if it runs: what Python last said holds again. */
export function stopSweep(S) {
  if (!S.playing) return;
  cancelAnimationFrame(S.playing);
  S.playing = 0;
  S.sweep.button.textContent = S.sweep.label;
  giveBack(S.owned);
  S.ask();
}
