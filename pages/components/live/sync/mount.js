// The life of a live component, once for all of them: its element, data, theme, size, frames, and its leaving.

import { paintForPaper, readTheme } from "../paint/canvas.js";
import { bringBack, leaveOutFar } from "./offscreen.js";
import { onLeaving } from "./page_exit.js";
import { atRest, dismiss, hear, meantOtherwise, own } from "./shared_state.js";

/** Streamlit calls this when the component's own data or the theme change; the first time in an element it is begun.
 *
 *  A component is { selector, begin, use, told, halt, paint }, each but the selector a function of its state S:
 *  `begin` wires the elements, `use` takes other data (S.data; S.source counts how often that was), `told` hears what
 *  Python has said (S.now; what it said before; whether this answers a release), `halt` stops what moves by itself, `paint` shows S and nothing
 *  else. S has root, data, now, theme, width, owned, and ask() for a frame. */
export function mount({ parentElement, data: text }, component) {
  const root = parentElement.querySelector(component.selector),
    data = JSON.parse(text);
  const S = (root.state ??= begin(root, component, data.key));
  Object.assign(S, { data, theme: readTheme(root, data.colours) });
  if (S.text !== text) {
    S.text = text;
    S.source += 1;
    component.use(S);
  }
  S.channel.hear();
  return () => {
    component.halt(S);
    S.stopWatching();
    if (S.channel.hear !== S.hear) return; // another element has taken this one's place already
    S.channel.hear = null;
    dismiss(S.owned, S.left);
  };
}

function begin(root, component, key) {
  const S = {
    root,
    owned: own(key),
    channel: channelOf(key),
    frames: 0,
    frame: 0,
    time: 0,
    width: root.clientWidth,
    text: "",
    source: 0,
    left: false,
    far: null,
    onPaper: false,
  };
  S.ask = () => (S.frame ||= requestAnimationFrame((now) => paint(S, component, now)));
  S.channel.hear = S.hear = () => hearFrom(S, component);
  dismiss(S.owned, false); // a hand that was on the element before is not on this one
  component.begin(S);
  const stay = onLeaving(() => {
    component.halt(S);
    S.left = true;
  });
  const otherwise = (event) => event.composedPath().includes(root) || meantOtherwise(S.owned);
  for (const kind of ["popstate", "keydown"]) addEventListener(kind, otherwise, true);
  const sizes = new ResizeObserver(() => S.onPaper || ((S.width = root.clientWidth), S.ask()));
  sizes.observe(root);
  const endPrinting = paintForPaper(root, (onPaper) => {
    Object.assign(S, { onPaper, width: root.clientWidth });
    paint(S, component);
  });
  S.stopWatching = () => {
    stay();
    for (const kind of ["popstate", "keydown"]) removeEventListener(kind, otherwise, true);
    sizes.disconnect();
    endPrinting();
    cancelAnimationFrame(S.frame);
    bringBack(S.far ?? []);
  };
  return S;
}

/** What channel.js fills: what Python has said last, and the way back to it. */
function channelOf(key) {
  const channels = (globalThis.bigramLabChannels ??= new Map());
  if (!channels.has(key)) channels.set(key, {});
  return channels.get(key);
}

function hearFrom(S, component) {
  const { data, send } = S.channel;
  if (!data) return; // it comes in a moment
  const before = S.owned.python,
    waiting = S.owned.pending;
  S.now = data;
  hear(S.owned, data.owned, send);
  component.told(S, before, waiting && !S.owned.pending);
  paint(S, component);
}

function paint(S, component, now = performance.now()) {
  cancelAnimationFrame(S.frame);
  S.frame = 0;
  S.frames++;
  S.time = Math.max(S.time, now); // a frame's time is when it began, before what was painted since: nothing goes back
  leaveOutWhileMoving(S);
  if (S.width && S.now) component.paint(S, S.time);
}

function leaveOutWhileMoving(S) {
  if (atRest(S.owned) === (S.far === null)) return;
  if (S.far) bringBack(S.far);
  S.far = S.far ? null : leaveOutFar(S.root);
}
