// What all live views have in common: element, data, theme, size, frames, controls, and what happens at the end.

import { choice, toggle } from "../controls/choice.js";
import { number, seed, word } from "../controls/box.js";
import { slider } from "../controls/slider.js";
import { paintForPaper, readTheme } from "../paint/canvas.js";
import { bringBack, leaveOutFar } from "./frame_budget.js";
import { isAtRest, leave, release, stateOf } from "./page_state.js";

const MOVING = ".caption, .names, .stream, .lists, .cards, .tip, .arithmetic"; // a browser's translator would translate on each frame
const KINDS = { choice, number, seed, slider, toggle, word };

/** The functions of a view, each called with the view's state. `begin` connects the elements of the selector; `use`
 *  takes new data; `halt` stops what moves by itself; `paint` shows the state and nothing else.
 * @typedef {{ selector: string, begin?: (S: ViewState) => void, use?: (S: ViewState) => void,
 *   halt?: (S: ViewState) => void, paint?: (S: ViewState, time: number) => void }} View */

/** What the state of every view has.
 * @typedef {object} Shared
 * @property {any} root the element of the selector
 * @property {any} data what Python sends once
 * @property {number} source how often other data have come
 * @property {any} now what Python sends on each run
 * @property {import("./page_state.js").State} page the values that all views of the page share
 * @property {Object<string, { show: (value: any) => void, note: import("../controls/frame.js").Note }>} controls by name
 * @property {(name: string) => void} [follow] changes other values after the one with this name
 * @property {import("../paint/canvas.js").Theme} theme
 * @property {number} width of the element, in CSS pixels
 * @property {boolean} onPaper true while the page is printed, or all is painted for a file: off the screen too
 * @property {(onPaper?: boolean) => void} paintAll paints everything anew, at once
 * @property {() => void} ask asks for a frame */

/** The state of a view: each keeps its elements, its tables and what is pointed at in it as well.
 * @typedef {Shared & Object<string, any>} ViewState */

/** Streamlit calls this when the view's data or the theme change. The first call for an element begins the view.
 * @param {{ parentElement: any, data: string }} component @param {View} view */
export function mountView({ parentElement, data: text }, view) {
  const root = parentElement.querySelector(view.selector),
    data = JSON.parse(text);
  const S = (root.state ??= begin(root, view, data));
  S.data = data;
  useTheme(S);
  root.classList.toggle("picture-only", Boolean(data.only)); // of a teacher's link
  if (S.text !== text) {
    S.text = text;
    S.source += 1;
    buildControls(S);
    view.use?.(S);
  }
  S.hear();
  return () => {
    view.halt?.(S);
    S.end();
  };
}

/** Read the colours of the page, or of paper. */
function useTheme(S) {
  const { dark, high_dark, high_light, net_dark, net_light } = (S.theme = readTheme(S.root, S.data.colours));
  S.root.style.setProperty("--high", dark ? high_dark : high_light); // blue and orange that can be read as text
  S.root.style.setProperty("--net-high", dark ? net_dark : net_light);
}

/** Put the elements of these classes into the state, each under its class: one in the view's HTML for each name.
 * @param {any} S @param {string} names with spaces between them */
export function findElements(S, names) {
  for (const name of names.split(" ")) S[name] = S.root.querySelector(`.${name}`);
}

/** The state of a view that begins in an element. @param {any} root @param {View} view @param {any} data */
function begin(root, view, data) {
  const numbers = numbersOf(data.key);
  /** @type {any} */
  const S = { root, data, page: stateOf(data.page), now: null, frames: 0, frame: 0, time: 0, width: root.clientWidth };
  Object.assign(S, { text: "", source: 0, far: null, onPaper: false });
  S.ask = () => (S.frame ||= requestAnimationFrame((time) => paint(S, view, time)));
  S.paintAll = (onPaper = false) => {
    Object.assign(S, { onPaper: true, still: "" });
    for (const canvas of root.querySelectorAll("canvas")) canvas.shows = "";
    paint(S, view);
    S.onPaper = onPaper;
  };
  S.hear = () => {
    S.now = numbers.data ?? S.now;
    paint(S, view);
  };
  numbers.hear = S.hear;
  S.page.views.add(S.ask);
  for (const moving of root.querySelectorAll(MOVING)) moving.translate = false;
  addEventListener("guessing", S.ask); // the page's guess is made, or asked again: see guess.js
  view.begin?.(S);
  const stay = onLeaving(() => {
    view.halt?.(S);
    leave(S.page);
  });
  const sizes = new ResizeObserver(() => S.onPaper || ((S.width = root.clientWidth), S.ask()));
  sizes.observe(root);
  const endPrinting = paintForPaper(root, (onPaper) => {
    S.width = root.clientWidth;
    useTheme(S);
    S.paintAll(onPaper);
  });
  S.end = () => {
    stay();
    sizes.disconnect();
    removeEventListener("guessing", S.ask);
    endPrinting();
    cancelAnimationFrame(S.frame);
    bringBack(S.far ?? []);
    S.page.views.delete(S.ask);
    if (S.page.holder === S) release(S.page); // a drag does not continue in the next element
    if (numbers.hear === S.hear) numbers.hear = null;
  };
  return S;
}

/** What python_message.js fills for a view. @param {string} key */
function numbersOf(key) {
  const heard = (globalThis.bigramLabNumbers ??= new Map());
  if (!heard.has(key)) heard.set(key, {});
  return heard.get(key);
}

/** Build the controls that Python describes in S.data.controls, one in each element [data-control]. An element
 *  [data-controls] takes several: those that it names, or all. They are built again if Python describes them differently. */
function buildControls(S) {
  const described = JSON.stringify(S.data.controls);
  if (S.described === described) return;
  Object.assign(S, { described, controls: {} });
  for (const list of S.root.querySelectorAll("[data-controls]")) {
    const names = list.dataset.controls ? list.dataset.controls.split(" ") : Object.keys(S.data.controls);
    list.replaceChildren(...names.map(() => document.createElement("div")));
    names.forEach((name, i) => (list.children[i].dataset.control = name));
  }
  for (const place of S.root.querySelectorAll("[data-control]")) {
    const control = S.data.controls[place.dataset.control];
    place.hidden = !control || control.hidden; // a teacher's link hides some
    if (!control) continue; // this page shows the view without this control
    place.classList.add("control-box", control.kind);
    S.controls[control.name] = KINDS[control.kind](place, control, S);
  }
}

/** Call `leaving` when this tab is about to show another page: then everything on this one stops, because a message that
 *  is sent while pages change breaks the next page. Returns a function that ends this. @param {() => void} leaving */
function onLeaving(leaving) {
  const here = location.pathname,
    hearBack = () => location.pathname !== here && leaving();
  addEventListener("leaving", leaving); // of page_links.js
  addEventListener("popstate", hearBack, true);
  return () => {
    removeEventListener("leaving", leaving);
    removeEventListener("popstate", hearBack, true);
  };
}

/** True if Python's numbers belong to the values on the screen. @param {ViewState} S */
export function showsPython(S) {
  return isAtRest(S.page) && S.now.run === S.page.run;
}

function paint(S, view, time = performance.now()) {
  cancelAnimationFrame(S.frame);
  S.frame = 0;
  S.frames++;
  S.time = Math.max(S.time, time); // a frame's time can be before the last paint: time never goes back
  if (isAtRest(S.page) !== (S.far === null)) {
    if (S.far) bringBack(S.far);
    S.far = S.far ? null : leaveOutFar(S.root);
  }
  // a page with a guess is painted before its guess.js has begun: until then, the answer is hidden too
  S.root.classList.toggle("guessed", document.body.dataset.guess === "made");
  if (!S.width || !S.now || !S.page.values) return;
  for (const [name, { show, note }] of Object.entries(S.controls)) {
    show(S.page.values[name]);
    note.tell(S.page.refused[name] ?? S.now.remarks?.[name] ?? "");
  }
  view.paint?.(S, S.time);
}
