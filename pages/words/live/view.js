// What counting shows, painted from its state alone: a step, a drag, a rerun and a theme change come through here.

import { make } from "../../components/live/paint/elements.js";
import { write } from "../../components/live/paint/canvas.js";
import { fill } from "../../components/live/paint/format.js";
import { isolated } from "../../components/live/paint/letters.js";

export function paintView(S) {
  const { data, at } = S,
    shown = `${S.source} ${at}`;
  if (S.shown === shown) return;
  S.shown = shown;
  const { steps } = data,
    now = steps[at - 1],
    { pair, before, after } = now;
  S.slider.value = at;
  S.back.disabled = at === 1;
  S.forward.disabled = at === steps.length;
  S.words.replaceChildren(...data.words.map((cells, word) => wordOf(cells, word, now)));
  write(S.sum, `b[${pair}] = b.get(${pair}, 0) + 1 = ${before} + 1 = ${after}`);
  S.pairs.replaceChildren(...countsAfter(steps.slice(0, at)).map(([key, count]) => boxOf(key, count, key === pair)));
  const place = { step: at, last: steps.length, pair: inOrder(pair), before, after };
  const text = fill(before ? data.texts.again : data.texts.first, place);
  write(S.caption, text);
  S.slider.setAttribute("aria-valuetext", text);
}

/** Letters that are read from right to left, in the order in which Python writes them. @param {string} text */
function inOrder(text) {
  return isolated(text) === text ? text : `\u2066\u202d${text}\u202c\u2069`;
}

/** A word with its marks: paler once it is counted; the pair that is counted now has an outline. */
function wordOf(cells, word, now) {
  const className = (/** @type {number} */ i) =>
    word === now.word && i === now.place ? "first" : word === now.word && i === now.place + 1 ? "second" : "";
  const spans = cells.map((textContent, i) => make("span", { textContent, className: className(i) }));
  return make("bdi", { className: word < now.word ? "done" : "" }, ...spans);
}

/** The dictionary after some steps, its pairs in the order in which they came first. */
function countsAfter(steps) {
  return [...new Map(steps.map(({ pair, after }) => [pair, after]))];
}

function boxOf(pair, count, isNow) {
  return make("li", { textContent: `${pair}: ${count}`, className: isNow ? "now" : "" });
}
