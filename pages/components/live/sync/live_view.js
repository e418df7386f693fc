// The life of a live view, once for all of them: its element, data, theme, size and frames, its controls, and its end.

import { buildControls, showControls } from "../controls/build.js";
import { paintForPaper, readTheme } from "../paint/canvas.js";
import { bringBack, leaveOutFar } from "./offscreen.js";
import { onLeaving } from "./page_exit.js";
import { isAtRest, leave, release, stateOf } from "./page_state.js";

/** Streamlit calls this when the view's own data or the theme change; the first time in an element it is begun.
 *
 *  A view is { selector, begin, use, halt, paint }; each but the selector is a function of its own state S: `begin` wires
 *  the elements, `use` takes other data (S.data; S.source counts how often), `halt` stops what moves by itself, `paint`
 *  shows S and nothing else. S has root, data, now (what Python says), theme, width, page (the state that it shares),
 *  ask() for a frame, and can have follow(name), which moves other values along with the one that was moved. */
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

function begin(root, view, { key, page }) {
  const numbers = numbersOf(key);
  const S = { root, page: stateOf(page), now: null, frames: 0, frame: 0, time: 0, width: root.clientWidth };
  Object.assign(S, { text: "", source: 0, far: null, onPaper: false, owned: null });
  S.owned = S.page; // the name that it has in the views
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
    if (S.page.holder === S) release(S.page); // the hand on this element is not on the next one
    if (numbers.hear === S.hear) numbers.hear = null;
  };
  return S;
}

/** What python_numbers.js fills. */
function numbersOf(key) {
  const heard = (globalThis.bigramLabNumbers ??= new Map());
  if (!heard.has(key)) heard.set(key, {});
  return heard.get(key);
}

/** Whether Python's numbers are those of the values on the screen. */
export function showsPython(S) {
  return isAtRest(S.page) && S.now.run === S.page.run;
}

function paint(S, view, time = performance.now()) {
  cancelAnimationFrame(S.frame);
  S.frame = 0;
  S.frames++;
  S.time = Math.max(S.time, time); // a frame's time is when it began, before what was painted since: nothing goes back
  if (isAtRest(S.page) !== (S.far === null)) {
    if (S.far) bringBack(S.far);
    S.far = S.far ? null : leaveOutFar(S.root);
  }
  if (!S.width || !S.now || !S.page.values) return;
  showControls(S);
  view.paint(S, S.time);
}
