// The sums stretch over the table: how far they have come, and the events that change it. What it shows is in view.js.

import { write } from "../../components/live/paint/canvas.js";
import { tableOf, wireCells } from "../../components/live/paint/cell_pointer.js";
import { make } from "../../components/live/paint/elements.js";
import { fill } from "../../components/live/paint/format.js";
import { prefersStill } from "../../components/live/sync/animation.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { wireSave } from "../../components/live/paint/save.js";
import { paintView } from "./view.js";
import { cellRows } from "./words.js";

const WHOLE_MS = 3200; // from the sums as they are made to the whole table

export default (args) => mountView(args, { selector: ".stretch", begin, use: useDivision, halt, paint });

function begin(S) {
  findElements(S, "story play left right before after cell");
  const pick = { row: 0, next: 1 };
  Object.assign(S, {
    slider: S.root.querySelector(".line > label input"),
    phase: 1,
    started: null,
    shown: null,
    hover: null,
    pick,
  });
  S.slider.oninput = () => {
    halt(S);
    S.phase = S.slider.value / S.slider.max;
    S.ask();
  };
  S.play.onclick = () => (S.started === null ? play(S) : (halt(S), S.ask()));
  const table = { ...tableOf(S, () => (S.pick = S.hover ?? S.pick)), row: () => 0 }; // both tables have the same layout and cell
  for (const name of ["before", "after"]) wireCells(S[name], table);
  wireSave(S, {
    name: () => `division-${S.data.divisor}`,
    title: () => S.data.texts.title,
    places: () => S.data,
    rows: () => cellRows(S.data),
  });
}

/** Another division plays; the same one of other numbers, or the first that is seen, stands as it stood. */
function useDivision(S) {
  const { data } = S,
    size = data.labels.length,
    shown = `${data.divisor} ${size}`;
  S.root.classList.toggle("few", size < 8);
  S.hover = null;
  S.pick = { row: Math.min(S.pick.row, size - 1), next: Math.min(S.pick.next, size - 1) };
  S.story.replaceChildren(...data.story.map((line) => make("li", {}, line)));
  write(S.left, fill(data.texts.before, { code: data.code }));
  write(S.right, fill(data.texts.after, { code: data.code }));
  if (S.shown !== null && S.shown !== shown) play(S);
  S.shown = shown;
}

/** From the start; where motion is to be reduced, the end at once. */
function play(S) {
  halt(S);
  S.phase = prefersStill() ? 1 : 0;
  if (!prefersStill()) {
    S.started = performance.now();
    write(S.play, S.data.texts.stop);
  }
  S.ask();
}

function halt(S) {
  S.started = null;
  write(S.play, S.data.texts.play);
}

function paint(S, now) {
  if (S.started !== null) {
    S.phase = Math.min(1, Math.max(0, (now - S.started) / WHOLE_MS));
    if (S.phase === 1) halt(S);
    else S.ask();
  }
  S.slider.value = Math.round(S.phase * S.slider.max);
  paintView(S);
}
