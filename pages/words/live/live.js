// Counting pairs in a dictionary: its state, and the events that change it. What it shows is in view.js.

import { endShow, playOn, stepOf, wireSteps } from "../../components/live/sync/steps.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { paintView } from "./view.js";

const STEP_MS = 900;

export default (args) => mountView(args, { selector: ".counting", begin, use: useSteps, halt: endShow, paint });

function begin(S) {
  findElements(S, "words sum pairs caption play back forward");
  Object.assign(S, { slider: S.root.querySelector("input[type=range]"), shown: null });
  wireSteps(S, { name: "step", ms: STEP_MS, last: () => S.data.steps.length });
}

/** Other words. */
function useSteps(S) {
  endShow(S);
  S.shown = null;
  S.slider.max = S.data.steps.length;
}

function paint(S, now) {
  playOn(S, now);
  S.at = stepOf(S);
  paintView(S);
}
