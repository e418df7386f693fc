// The live table: its state, and the events that change it. What it shows is in view.js.

import { write } from "../canvas.js";
import { sampleWord, smoothedProbs } from "../model.js";
import { mount } from "../mount.js";
import { atRest, hold, release } from "../owned.js";
import { positionOf, valueAt } from "../scale.js";
import { animate, stopAnimation } from "./animate.js";
import { paintView } from "./view.js";

const KEYS_MS = 300; // keys that follow each other faster are one move, and one entry in the history

export default (args) => mount(args, { selector: ".live", begin, use: useTables, told, halt, paint: paintView });

/** Wire the elements once; everything else is state. */
function begin(S) {
  const $ = (selector) => S.root.querySelector(selector);
  for (const name of ["curve", "cells", "strip", "table", "bars", "outlines", "names", "stream", "stops", "numbers", "help", "tip", "output", "title", "scale"]) S[name] = $(`.${name}`);
  Object.assign(S, { slider: $("input"), animateButton: $(".animate"), dots: { train: $(".dot.train"), dev: $(".dot.dev") }, hover: null, animating: 0, keys: 0 });
  S.slider.oninput = () => moveTo(S, valueAt(S.data.scale, +S.slider.value));
  S.slider.onkeydown = () => void (S.keyed = true);
  S.slider.onpointerdown = () => void (S.keyed = false); // void: a handler that gives back false forbids the drag
  S.slider.onchange = () => (S.keyed ? releaseSoon(S) : letGo(S));
  S.slider.onpointerup = S.slider.onpointercancel = () => setTimeout(() => S.keyed || letGo(S)); // no change comes where it ends as it began
  S.animateButton.onclick = () => (S.animating ? stopAnimation(S) : animate(S));
  S.table.onpointermove = (event) => ((S.hover = cellAt(S, event)), S.ask());
  S.table.onpointerleave = () => ((S.hover = null), S.ask());
  S.table.onclick = (event) => chooseRow(S, event);
}

/** New counts or uniforms: what does not move with the smoothing is worked out here, once. */
function useTables(S) {
  const { counts, labels, scale, uniforms, curve } = S.data;
  const size = (S.size = labels.length);
  S.counts = Object.fromEntries(Object.entries(counts).map(([part, cells]) => [part, Float64Array.from(cells)]));
  S.unsmoothed = smoothedProbs(S.counts.all, size, 0);
  S.probs = new Float64Array(size * size);
  S.heldOut = new Float64Array(size * size);
  S.top = S.unsmoothed.reduce((a, b) => Math.max(a, b), 1 / size); // smoothing only lowers the highest
  S.before = uniforms.own.map((row) => sampleWord(S.unsmoothed, size, row).ids);
  S.root.classList.toggle("curveless", !curve);
  S.root.classList.toggle("streamless", !uniforms.stream.length);
  S.numbers.replaceChildren(...S.data.shown.map((number) => numberCell(S, number)));
  S.slider.max = scale.last;
  S.names.replaceChildren(...uniforms.own.map(() => document.createElement("li")));
  S.stops.replaceChildren(...scale.stops.map((stop) => {
    const button = document.createElement("button");
    button.textContent = stop >= 1000 ? (stop >= 1e6 ? `${stop / 1e6}M` : `${stop / 1000}k`) : String(stop);
    button.style.setProperty("--at", positionOf(scale, stop) / scale.last);
    button.title = `Set the smoothing to ${stop.toLocaleString("en")}`;
    button.onclick = () => (moveTo(S, stop), letGo(S));
    return button;
  }));
}

/** A number with its name and unit; a click on the name says what it is. */
function numberCell(S, { name, label, unit, digits, help }) {
  const explain = make("button", label), cell = make("div", make("dt", explain), make("dd", make("b"), " ", make("small", unit)));
  explain.title = help;
  explain.onclick = () => write(S.help, help) || write(S.help, "");
  Object.assign(cell.dataset, { name, digits });
  return cell;
}

/** Python has said something: another smoothing than before, typed or gone back to, ends the show. */
function told(S, before, answer) {
  if (S.animating && !answer && S.owned.python.smoothing !== before.smoothing) stopAnimation(S);
}

function moveTo(S, smoothing) {
  stopAnimation(S);
  hold(S.owned);
  S.owned.values.smoothing = smoothing;
  S.ask();
}

function letGo(S) {
  clearTimeout(S.keys);
  S.keys = 0;
  if (S.animating || atRest(S.owned)) return;
  release(S.owned);
  S.ask();
}

function releaseSoon(S) {
  clearTimeout(S.keys);
  S.keys = setTimeout(() => letGo(S), KEYS_MS);
}

function chooseRow(S, event) {
  const row = Math.floor((event.offsetY - S.at.top) / S.at.cell);
  if (row < 0 || row >= S.size) return;
  stopAnimation(S);
  hold(S.owned);
  S.owned.values.row = row;
  letGo(S);
}

function cellAt(S, { offsetX: x, offsetY: y }) {
  const { at } = S, row = Math.floor((y - at.top) / at.cell), next = Math.floor((x - at.left) / at.cell);
  return row >= 0 && row < S.size && next >= 0 && next < S.size ? { row, next, x, y } : null;
}

/** Nothing moves by itself any more. */
function halt(S) {
  stopAnimation(S);
  clearTimeout(S.keys);
  S.keys = 0;
}

function make(tag, ...inside) {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
}
