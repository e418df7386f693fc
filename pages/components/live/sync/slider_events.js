// A hand on a slider, and its letting go. S.playing is true while the picture moves by itself: then no hand is on it.

import { giveBack, hold, release } from "./shared_state.js";

const STILL_MS = 300; // keys and clicks that follow each other faster are one move, and one entry in the history

/** A range input that a hand moves: `move(position)` is called for each move, what S.owned then holds is released. */
export function wireSlider(S, slider, move) {
  let keyed = false,
    pressed = false;
  slider.oninput = () => move(+slider.value);
  slider.onkeydown = () => void (keyed = true);
  slider.onpointerdown = () => ((keyed = false), void (pressed = true)); // void: a handler that gives back false forbids the drag
  slider.onchange = () => (keyed ? releaseSoon(S) : letGo(S));
  slider.onpointerup = () => {
    pressed = false;
    setTimeout(() => pressed || keyed || letGo(S)); // no change comes where it ends as it began; a next press may be first
  };
  slider.onpointercancel = () => {
    pressed = false; // a finger that scrolls the page began on the slider: it meant nothing
    giveBack(S.owned);
    S.ask();
  };
}

/** A hand takes the picture: nothing moves by itself any more, and nothing is released before it lets go. */
export function take(S) {
  hold(S.owned);
  S.ask();
}

/** The hand lets go: what it has set is released. */
export function letGo(S) {
  wait(S);
  if (S.playing || !S.owned.held) return;
  release(S.owned);
  S.ask();
}

/** The same once keys and clicks have stopped. */
export function releaseSoon(S) {
  wait(S);
  S.later = setTimeout(() => letGo(S), STILL_MS);
}

/** What was to be released soon waits for the hand. */
export function wait(S) {
  clearTimeout(S.later);
  S.later = 0;
}
