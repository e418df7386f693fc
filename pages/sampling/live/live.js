// The replay of some draws: its state, and the events that change it. What it shows is in view.js.

import { write } from "../../components/live/paint/canvas.js";
import { fill } from "../../components/live/paint/format.js";
import { changesForm, isolated, joined } from "../../components/live/paint/letters.js";
import { wireRange } from "../../components/live/controls/slider.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { giveBack, hold, move, release, releaseSoon } from "../../components/live/sync/page_state.js";
import { wireSave } from "../../components/live/paint/save.js";
import { pictureLayout } from "../../components/live/paint/draw_line.js";
import { paintView } from "./view.js";

const MOVE_MS = 900,
  REST_MS = 700; // how long a draw takes, and stands before the next when played
const REDUCED = matchMedia("(prefers-reduced-motion: reduce)");

export default (args) => mountView(args, { selector: ".slow", begin, use: useDraws, halt: endShow, paint });

/** Wire the elements once; everything else is state. */
function begin(S) {
  const $ = (selector) => S.root.querySelector(selector);
  findElements(S, "names words picture tip play cut back forward");
  Object.assign(S, { slider: $("input[type=range]"), at: 1, phase: 1, slow: null, playing: false, hover: null });
  wireRange(S.slider, S, (draw) => moveTo(S, draw, false));
  S.back.onclick = () => step(S, S.at - 1);
  S.forward.onclick = () => step(S, S.at + 1);
  S.play.onclick = () => (S.playing ? pause(S) : play(S));
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
    const button = document.createElement("button");
    button.tabIndex = -1; // the slider and the buttons go to each draw by key
    button.onclick = () => step(S, i + 1);
    return button;
  });
  S.placesOf = [];
  draws.forEach(({ word }, i) => (S.placesOf[word - 1] ??= []).push(i));
  S.names.replaceChildren(...S.placesOf.map((places) => makeName(S, places)));
  write(S.cut, total > draws.length ? fill(S.data.texts.cut, { shown: draws.length, total }) : "");
}

/** A name: its draws as buttons in the direction of its letters; and, where these change their form beside each other, its
 *  letters as one word. */
function makeName(S, places) {
  const item = document.createElement("li"),
    word = joined(places.map((i) => S.data.labels[S.data.draws[i].next]));
  item.dir = isolated(word) === word ? "ltr" : "rtl";
  item.append(...places.map((i) => S.letters[i]));
  if (changesForm(word)) item.append(document.createElement("bdi"));
  return item;
}

/** A show ends, and what was there before it is there again. */
function endShow(S) {
  if (!S.playing) return;
  halt(S);
  giveBack(S.page);
}

/** A person goes to a draw: it happens before their eyes, or at once while the slider is dragged. */
function moveTo(S, to, slowly = true) {
  const draw = Math.min(Math.max(to, 1), S.data.draws.length),
    moves = slowly && draw !== S.at;
  S.controls.draw.note.refuse("");
  move(S.page, S, "draw", draw);
  S.slow = moves ? { draw, begun: performance.now() } : null;
}

function step(S, to) {
  moveTo(S, to);
  releaseSoon(S.page);
}

function play(S) {
  const draw = S.at === S.data.draws.length ? 1 : S.at;
  hold(S.page, S);
  S.page.animation = { stop: () => endShow(S) };
  S.playing = true;
  write(S.play, S.data.texts.pause);
  S.page.values.draw = draw;
  S.slow = { draw, begun: performance.now() };
  S.ask();
}

function pause(S) {
  halt(S);
  release(S.page);
}

/** Nothing moves by itself any more. */
function halt(S) {
  S.playing = false;
  S.page.animation = null;
  S.slow = null;
  write(S.play, S.data.texts.play);
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
  const { slow, data } = S,
    { values } = S.page,
    last = data.draws.length;
  if (S.playing && now - slow.begun > MOVE_MS + REST_MS) {
    if (values.draw === last) return pause(S);
    values.draw += 1;
    S.slow = { draw: values.draw, begun: now };
  }
  S.at = Math.min(values.draw, last);
  const moves = S.slow?.draw === S.at && !REDUCED.matches;
  S.phase = moves ? Math.min(1, Math.max(0, (now - S.slow.begun) / MOVE_MS)) : 1;
  paintView(S);
  if (S.playing || S.phase < 1) S.ask();
}
