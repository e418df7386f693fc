// The slow draw: its state, and the events that change it. What it shows is in view.js and picture.js.

const MOVE_MS = 900, REST_MS = 700; // how long a draw takes, and stands before the next when played
const STILL_MS = 300; // clicks and keys that follow each other faster are one move
const REDUCED = matchMedia("(prefers-reduced-motion: reduce)");

export default function ({ parentElement, data, setTriggerValue }) {
  const root = parentElement.querySelector(".slow");
  const S = (root.state ??= begin(root));
  // A rerun that Python began before it heard where the picture stands still carries what was before: not back to that.
  if (performance.now() - S.told > 5000 || data.at === S.settled) S.settled = null;
  Object.assign(S, { setTriggerValue, data, theme: readTheme(root, data.colours) });
  if (S.source !== data.fingerprint) useDraws(S);
  if (S.settled === null) {
    if (data.at !== S.known) hush(S); // another draw was asked for, in the box or by going back: it ends the show
    S.known = data.at;
    if (!S.moving && data.at !== S.at) show(S, data.at); // the draw that is under way comes to its end
  }
  S.shown = null;
  draw(S);
  return () => {
    hush(S);
    S.stay();
  };
}

/** Wire the elements once; everything else is state. */
function begin(root) {
  const $ = (selector) => root.querySelector(selector);
  const S = { root, frames: 0, at: 1, phase: 1, begun: -Infinity, playing: false, moving: false, hover: null, frame: 0, later: 0, told: 0, settled: null };
  for (const name of ["names", "words", "picture", "tip", "play", "cut"]) S[name] = $(`.${name}`);
  S.slider = $("input");
  S.slider.oninput = () => (hush(S), move(S, +S.slider.value, false));
  S.slider.onchange = () => settleSoon(S);
  $(".back").onclick = () => (hush(S), move(S, S.at - 1), settleSoon(S));
  $(".forward").onclick = () => (hush(S), move(S, S.at + 1), settleSoon(S));
  S.play.onclick = () => (S.playing ? pause(S) : play(S));
  S.picture.onpointerdown = S.picture.onpointermove = (event) => {
    const at = pictureLayout(S.width, S.data.labels.length, S.data.kind), i = Math.floor((event.offsetX - at.x(-0.5)) / at.slot);
    S.hover = i >= 0 && i < S.data.labels.length ? i : null;
    S.pointer = event.offsetY;
    ask(S);
  };
  S.picture.onpointerleave = (event) => event.pointerType === "mouse" && ((S.hover = null), ask(S)); // a finger's tip stays
  S.stay = onLeaving(() => hush(S));
  S.width = S.picture.clientWidth;
  new ResizeObserver(() => ((S.width = S.picture.clientWidth), ask(S))).observe(root);
  return S;
}

/** Other draws: another stream, seed or model. */
function useDraws(S) {
  const { data } = S;
  hush(S);
  S.source = data.fingerprint;
  S.slider.max = data.draws.length;
  show(S, Math.min(S.at, data.draws.length));
  S.letters = data.draws.map((_, i) => {
    const button = document.createElement("button");
    button.onclick = () => (hush(S), move(S, i + 1), settleSoon(S));
    return button;
  });
  const names = [];
  data.draws.forEach(({ word }, i) => ((names[word - 1] ??= document.createElement("li")).append(S.letters[i])));
  S.names.replaceChildren(...names);
  write(S.cut, data.total > data.draws.length ? `The first ${data.draws.length} of ${data.total} draws.` : "");
}

/** Stand at a draw, finished. */
function show(S, at) {
  Object.assign(S, { at, phase: 1, begun: -Infinity });
}

/** A person goes to a draw: it happens before their eyes, or at once while the slider is dragged. */
function move(S, to, slowly = true) {
  const at = Math.min(Math.max(to, 1), S.data.draws.length);
  S.moving = true;
  if (!slowly) show(S, at);
  else if (at !== S.at) Object.assign(S, { at, begun: performance.now() });
  ask(S);
}

function play(S) {
  hush(S);
  S.playing = S.moving = true;
  S.play.textContent = "Pause";
  if (S.at === S.data.draws.length) S.at = 1;
  S.begun = performance.now();
  ask(S);
}

function pause(S) {
  hush(S);
  show(S, S.at);
  ask(S);
  settle(S);
}

/** Nothing moves or tells by itself any more. */
function hush(S) {
  clearTimeout(S.later);
  S.playing = S.moving = false;
  S.play.textContent = "Play";
}

function settleSoon(S) {
  clearTimeout(S.later);
  S.moving = true;
  S.later = setTimeout(() => settle(S), STILL_MS);
}

/** The picture stands: Python puts the draw into the box and the link. */
function settle(S) {
  S.moving = false;
  if (S.at === S.known) return;
  S.told = performance.now();
  S.known = S.settled = S.at;
  S.setTriggerValue("settled", S.at);
}

function ask(S) {
  S.frame ||= requestAnimationFrame((now) => step(S, now));
}

function step(S, now) {
  S.frame = 0;
  if (S.playing && now - S.begun > MOVE_MS + REST_MS) {
    if (S.at === S.data.draws.length) return pause(S);
    Object.assign(S, { at: S.at + 1, begun: now });
  }
  S.phase = REDUCED.matches ? 1 : Math.min(1, Math.max(0, (now - S.begun) / MOVE_MS));
  draw(S);
  if (S.playing || S.phase < 1) ask(S);
}
