// Counting pairs in a dictionary: its state, and the events that change it. What it shows is in view.js.

import { write } from "../../components/live/paint/canvas.js";
import { wireRange } from "../../components/live/controls/slider.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { giveBack, hold, move, release, releaseSoon } from "../../components/live/sync/page_state.js";
import { paintView } from "./view.js";

const STEP_MS = 900;

export default (args) => mountView(args, { selector: ".counting", begin, use: useSteps, halt: endShow, paint });

function begin(S) {
  findElements(S, "words sum pairs caption play back forward");
  Object.assign(S, { slider: S.root.querySelector("input[type=range]"), shown: null, begun: null });
  wireRange(S.slider, S, (step) => moveTo(S, step));
  S.back.onclick = () => (moveTo(S, S.at - 1), releaseSoon(S.page));
  S.forward.onclick = () => (moveTo(S, S.at + 1), releaseSoon(S.page));
  S.play.onclick = () => (S.begun === null ? play(S) : pause(S));
}

/** Other words. */
function useSteps(S) {
  endShow(S);
  S.shown = null;
  S.slider.max = S.data.steps.length;
}

function moveTo(S, step) {
  S.controls.step.note.refuse("");
  move(S.page, S, "step", Math.min(Math.max(step, 1), S.data.steps.length));
}

/** From where it stands to the last step; from the last step, the first comes again. */
function play(S) {
  const step = S.at === S.data.steps.length ? 1 : S.at;
  hold(S.page, S);
  S.page.animation = { stop: () => endShow(S) };
  S.page.values.step = step;
  S.begun = performance.now();
  write(S.play, S.data.texts.pause);
  S.ask();
}

function pause(S) {
  halt(S);
  release(S.page);
}

/** A show ends, and the step is what it was before. */
function endShow(S) {
  if (S.begun === null) return;
  halt(S);
  giveBack(S.page);
}

function halt(S) {
  S.begun = null;
  S.page.animation = null;
  write(S.play, S.data.texts.play);
}

function paint(S, now) {
  const { values } = S.page,
    last = S.data.steps.length;
  if (S.begun !== null && now - S.begun > STEP_MS) {
    if (values.step >= last) return pause(S);
    values.step += 1;
    S.begun = now;
  }
  S.at = Math.min(values.step, last);
  paintView(S);
  if (S.begun !== null) S.ask();
}
