// The replay of some draws: its state, and the events that change it. What it shows is in view.js.

import { write } from "../../components/live/paint/canvas.js";
import { make } from "../../components/live/paint/elements.js";
import { fill } from "../../components/live/paint/format.js";
import { changesForm, isolated, joined } from "../../components/live/paint/letters.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { releaseSoon } from "../../components/live/sync/page_state.js";
import { endShow, goTo, playOn, stepOf, wireSteps } from "../../components/live/sync/steps.js";
import { prefersStill } from "../../components/live/sync/animation.js";
import { wireSave } from "../../components/live/paint/save.js";
import { pictureLayout } from "../../components/live/paint/draw_line.js";
import { paintView } from "./view.js";

const MOVE_MS = 900,
  REST_MS = 700; // how long a draw takes, and stands before the next when played

export default (args) => mountView(args, { selector: ".slow", begin, use: useDraws, halt: endShow, paint });

/** Wire the elements once; everything else is state. */
function begin(S) {
  const $ = (selector) => S.root.querySelector(selector);
  findElements(S, "names words picture tip play cut back forward");
  Object.assign(S, { slider: $("input[type=range]"), at: 1, phase: 1, slow: null, hover: null });
  wireSteps(S, {
    name: "draw",
    ms: MOVE_MS + REST_MS,
    last: () => S.data.draws.length,
    reached: (draw, slowly) => (S.slow = slowly ? { draw, started: performance.now() } : null),
  });
  wireSave(S, {
    name: (kind) => (kind === "png" ? `draw-${S.at}` : "draws"),
    title: () => S.data.texts.title,
    places: () => ({ draw: S.at }),
    rows: () => rowsOf(S.data),
  });
  S.picture.onpointerdown = S.picture.onpointermove = (event) => {
    const at = pictureLayout(S.width, S.data.labels.length, S.data.kind),
      i = Math.floor((event.offsetX - at.x(-0.5)) / at.slot);
    S.hover = i >= 0 && i < S.data.labels.length ? i : null;
    S.pointer = event.offsetY;
    S.ask();
  };
  S.picture.onpointerleave = (event) => event.pointerType === "mouse" && ((S.hover = null), S.ask()); // a finger's tip stays
}

/** Other draws: another stream, seed or model. A show ends; where a hand has gone to meanwhile, that stays. */
function useDraws(S) {
  const { draws, total } = S.data;
  endShow(S);
  if (S.page.moving) S.page.values.draw = Math.min(S.page.values.draw, draws.length);
  S.slow = null;
  S.slider.max = draws.length;
  S.letters = draws.map((_, i) => {
    const onclick = () => (goTo(S, i + 1), releaseSoon(S.page));
    return make("button", { tabIndex: -1, onclick }); // the slider and the buttons go to each draw by key
  });
  S.placesOf = [];
  draws.forEach(({ word }, i) => (S.placesOf[word - 1] ??= []).push(i));
  S.names.replaceChildren(...S.placesOf.map((places) => makeName(S, places)));
  write(S.cut, total > draws.length ? fill(S.data.texts.cut, { shown: draws.length, total }) : "");
}

/** A name: its draws as buttons in the direction of its letters; and, where these change their form beside each other, its
 *  letters as one word. */
function makeName(S, places) {
  const word = joined(places.map((i) => S.data.labels[S.data.draws[i].next])),
    whole = changesForm(word) ? [make("bdi")] : [];
  return make("li", { dir: isolated(word) === word ? "ltr" : "rtl" }, ...places.map((i) => S.letters[i]), ...whole);
}

/** Every draw with what decided it: of a race the numbers of the letter that won. */
function rowsOf({ draws, rows, labels, kind }) {
  const of = (numbers, i) => (Array.isArray(numbers) ? numbers[i] : numbers),
    more = { inversion: ["u"], race: ["u", "e", "ratio"], unseen: [] }[kind];
  const line = ({ word, previous, next }, i) => [i + 1, word, labels[previous], labels[next], rows[previous].p[next]];
  return [
    ["draw", "word", "previous", "next", "p", ...more],
    ...draws.map((draw, i) => [...line(draw, i), ...more.map((name) => of(draw[name], draw.next))]),
  ];
}

function paint(S, now) {
  playOn(S, now);
  S.at = stepOf(S);
  const moves = S.slow?.draw === S.at && !prefersStill();
  S.phase = moves ? Math.min(1, Math.max(0, (now - S.slow.started) / MOVE_MS)) : 1;
  paintView(S);
  if (S.phase < 1) S.ask();
}
