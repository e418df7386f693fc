// The live table: its state, and the events that change it. What it shows is in view.js.

import { write } from "../canvas.js";
import { wireCells } from "../cells.js";
import { letGo, take, wait, wireSlider } from "../hand.js";
import { sampleWord, smoothedProbs } from "../model.js";
import { mount } from "../mount.js";
import { cellRows, savePicture, saveTable } from "../save.js";
import { positionOf, valueAt } from "../scale.js";
import { animate, stopAnimation } from "./animate.js";
import { paintView } from "./view.js";

export default (args) => mount(args, { selector: ".live", begin, use: useTables, told, halt, paint: paintView });

/** Wire the elements once; everything else is state. */
function begin(S) {
  const $ = (selector) => S.root.querySelector(selector);
  for (const name of ["curve", "cells", "strip", "table", "bars", "outlines", "names", "stream", "stops", "numbers", "help", "tip", "output", "title", "scale", "key"]) S[name] = $(`.${name}`);
  Object.assign(S, { slider: $("input"), animateButton: $(".animate"), dots: { train: $(".dot.train"), dev: $(".dot.dev") }, hover: null, playing: 0 });
  wireSlider(S, S.slider, (position) => moveTo(S, valueAt(S.data.scale, position)));
  S.animateButton.onclick = () => (S.playing ? stopAnimation(S) : animate(S));
  $(".png").onclick = () => savePicture(S.root, { name: nameOf(S), title: `Bigram Lab, smoothing ${S.owned.values.smoothing} fake counts per cell: ${location.href}`, theme: S.theme });
  $(".csv").onclick = () => saveTable(cellRows(S.data.labels, S.counts.all, smoothedProbs(S.counts.all, S.size, S.owned.values.smoothing)), nameOf(S));
  wireCells(S, S.table, (row) => chooseRow(S, row));
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
  if (S.playing && !answer && S.owned.python.smoothing !== before.smoothing) stopAnimation(S);
}

function moveTo(S, smoothing) {
  stopAnimation(S);
  take(S);
  S.owned.values.smoothing = smoothing;
}

function chooseRow(S, row) {
  stopAnimation(S);
  take(S);
  S.owned.values.row = row;
  letGo(S);
}

function nameOf({ owned }) {
  return `bigrams-smoothing-${owned.values.smoothing}`;
}

/** Nothing moves by itself any more. */
function halt(S) {
  stopAnimation(S);
  wait(S);
}

function make(tag, ...inside) {
  const element = document.createElement(tag);
  element.append(...inside);
  return element;
}
