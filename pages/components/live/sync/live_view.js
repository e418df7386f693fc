// What all live views have in common: element, data, theme, size, frames, controls, and what happens at the end.

import { buildControls, showControls } from "../controls/build.js";
import { paintForPaper, readTheme } from "../paint/canvas.js";
import { bringBack, leaveOutFar } from "./offscreen.js";
import { onLeaving } from "./page_exit.js";
import { isAtRest, leave, release, stateOf } from "./page_state.js";

/** The functions of a view, each called with the view's own state S. `begin` connects the elements of the selector;
 *  `use` takes new data (S.data; S.source counts how often); `halt` stops what moves by itself; `paint` shows S and
 *  nothing else.
 *
 *  S has root, data, now (what Python sends on each run), theme, width, page (the shared state) and ask() for a frame.
 *  It can have follow(name), which changes other values after the one with this name.
 * @typedef {{ selector: string, begin: (S: any) => void, use: (S: any) => void, halt: (S: any) => void,
 *   paint: (S: any, time: number) => void }} View */

/** Streamlit calls this when the view's data or the theme change. The first call for an element begins the view.
 * @param {{ parentElement: any, data: string }} component @param {View} view */
export function mountView({ parentElement, data: text }, view) {
  const root = parentElement.querySelector(view.selector),
    data = JSON.parse(text);
  const S = (root.state ??= begin(root, view, data));
  Object.assign(S, { data, theme: readTheme(root, data.colours) });
  const { dark, high_dark, high_light, net_dark, net_light } = S.theme;
  root.style.setProperty("--high", dark ? high_dark : high_light); // blue and orange that can be read as text
  root.style.setProperty("--net-high", dark ? net_dark : net_light);
  if (S.text !== text) {
    S.text = text;
    S.source += 1;
    buildControls(S);
    view.use(S);
  }
  S.hear();
  return () => {
    view.halt(S);
    S.end();
  };
}

/** The state of a view that begins in an element.
 * @param {any} root @param {View} view @param {{ key: string, page: string }} data */
function begin(root, view, { key, page }) {
  const numbers = numbersOf(key);
  const S = { root, page: stateOf(page), now: null, frames: 0, frame: 0, time: 0, width: root.clientWidth };
  Object.assign(S, { text: "", source: 0, far: null, onPaper: false });
  S.ask = () => (S.frame ||= requestAnimationFrame((time) => paint(S, view, time)));
  S.hear = () => {
    S.now = numbers.data ?? S.now;
    paint(S, view);
  };
  numbers.hear = S.hear;
  S.page.views.add(S.ask);
  view.begin(S);
  const stay = onLeaving(() => {
    view.halt(S);
    leave(S.page);
  });
  const sizes = new ResizeObserver(() => S.onPaper || ((S.width = root.clientWidth), S.ask()));
  sizes.observe(root);
  const endPrinting = paintForPaper(root, (onPaper) => {
    Object.assign(S, { onPaper, width: root.clientWidth });
    paint(S, view);
  });
  S.end = () => {
    stay();
    sizes.disconnect();
    endPrinting();
    cancelAnimationFrame(S.frame);
    bringBack(S.far ?? []);
    S.page.views.delete(S.ask);
    if (S.page.holder === S) release(S.page); // a drag does not continue in the next element
    if (numbers.hear === S.hear) numbers.hear = null;
  };
  return S;
}

/** What python_numbers.js fills. @param {string} key */
function numbersOf(key) {
  const heard = (globalThis.bigramLabNumbers ??= new Map());
  if (!heard.has(key)) heard.set(key, {});
  return heard.get(key);
}

/** True if Python's numbers belong to the values on the screen. */
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
  if (!S.width || !S.now || !S.page.values) return;
  showControls(S);
  view.paint(S, S.time);
}
