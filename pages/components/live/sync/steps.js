// Steps that a visitor goes through: Play shows one after the other, Back and Next go by one, a slider goes to any.

import { wireRange } from "../controls/slider.js";
import { write } from "../paint/canvas.js";
import { giveBack, hold, move, release, releaseSoon } from "./page_state.js";

/** The steps of a view, counted from 1: the name of their control, how long each stands when played, and which is the last.
 *  `stages` are the values of the control where these are no numbers. `reached` hears of each step, and whether it is to
 *  happen before the visitor's eyes.
 * @typedef {{ name: string, ms: number, last: () => number, stages?: string[],
 *   reached?: (step: number, slowly: boolean) => void }} Steps */

/** Wire the buttons S.play, S.back and S.forward, and S.slider if there is one. @param {any} S @param {Steps} steps */
export function wireSteps(S, steps) {
  Object.assign(S, { steps, stepBegan: null });
  S.back.onclick = () => (goTo(S, stepOf(S) - 1), releaseSoon(S.page));
  S.forward.onclick = () => (goTo(S, stepOf(S) + 1), releaseSoon(S.page));
  S.play.onclick = () => (S.stepBegan === null ? play(S) : pause(S));
  if (S.slider) wireRange(S.slider, S, (step) => goTo(S, step, false));
}

/** The step that is shown. @param {any} S @returns {number} */
export function stepOf({ steps: { name, last, stages }, page }) {
  const value = page.values[name];
  return Math.min(stages ? stages.indexOf(value) + 1 : value, last());
}

/** A hand goes to a step. @param {any} S @param {number} to @param {boolean} [slowly] */
export function goTo(S, to, slowly = true) {
  const { name, last, reached } = S.steps,
    step = Math.min(Math.max(to, 1), last()),
    moves = slowly && step !== stepOf(S);
  S.controls[name].note.refuse("");
  move(S.page, S, name, valueOf(S, step));
  reached?.(step, moves);
}

/** Go on if the steps are played. Call it on each frame. @param {any} S @param {number} now */
export function playOn(S, now) {
  if (S.stepBegan === null) return;
  if (now - S.stepBegan > S.steps.ms) {
    if (stepOf(S) >= S.steps.last()) return pause(S);
    show(S, stepOf(S) + 1);
  }
  S.ask();
}

/** A show ends, and the step is what it was before. @param {any} S */
export function endShow(S) {
  if (S.stepBegan === null) return;
  halt(S);
  giveBack(S.page);
}

/** From the step that is shown to the last one; from the last, the first comes again. */
function play(S) {
  const step = stepOf(S);
  release(S.page); // what was typed just now: the show can give back the values that it found
  hold(S.page, S);
  S.page.animation = { stop: () => endShow(S) };
  write(S.play, S.data.texts.pause);
  show(S, step === S.steps.last() ? 1 : step);
}

function show(S, step) {
  S.page.values[S.steps.name] = valueOf(S, step);
  S.stepBegan = performance.now();
  S.steps.reached?.(step, true);
  S.ask();
}

/** A show ends at the step that is shown. */
function pause(S) {
  halt(S);
  release(S.page);
}

function halt(S) {
  S.stepBegan = null;
  S.page.animation = null;
  write(S.play, S.data.texts.play);
}

function valueOf({ steps: { stages } }, step) {
  return stages ? stages[step - 1] : step;
}
