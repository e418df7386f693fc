// The live table: its state, and the events that change it. What it shows is in view.js.

const TELL_MS = 100; // Python is told the smoothing this often while it moves, and once on release
const SWEEP_MS = 6000; // the animation takes this long from 0 to a million
const REDUCED = matchMedia("(prefers-reduced-motion: reduce)");

export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".live");
  const S = (root.state ??= begin(root));
  Object.assign(S, { data, setStateValue, setTriggerValue, theme: readTheme(root, data.colours) });
  if (S.source !== data.fingerprint) useTables(S);
  // A rerun that Python began before it heard of the release still carries the smoothing from before: not back to that.
  if (data.smoothing === S.released || performance.now() - S.told > 2000) S.released = null;
  if (!S.moving && S.released === null) setSmoothing(S, data.smoothing);
  draw(S);
}

/** Wire the elements once; everything else is state. */
function begin(root) {
  const $ = (selector) => root.querySelector(selector);
  const S = { root, frames: 0, moving: false, hover: null, timer: 0, frame: 0, told: 0, released: null };
  for (const name of ["curve", "table", "bars", "names", "marks", "animate", "tip", "output", "title", "scale"]) S[name] = $(`.${name}`);
  S.slider = $("input");
  S.slider.oninput = () => (halt(S), move(S, smoothingAt(+S.slider.value, S.data.marks)));
  S.slider.onchange = () => release(S);
  S.animate.onclick = () => (S.animating ? stop(S) : animate(S));
  S.table.onpointermove = (event) => hover(S, event);
  S.table.onpointerleave = () => ((S.hover = null), ask(S));
  S.table.onclick = (event) => {
    const at = tableLayout(S.widths.table, S.size), row = Math.floor((event.offsetY - at.top) / at.cell);
    if (row < 0 || row >= S.size) return;
    S.data = { ...S.data, row };
    ask(S);
    S.setTriggerValue("row", row);
  };
  measureWidths(S);
  new ResizeObserver(() => (measureWidths(S), ask(S))).observe(root);
  return S;
}

/** Widths are read here alone: reading one while drawing would lay the page out anew on every frame. */
function measureWidths(S) {
  S.widths = { curve: S.curve.clientWidth, table: S.table.clientWidth, bars: S.bars.clientWidth };
}

/** New counts or uniforms: what does not move with the smoothing is worked out here, once. */
function useTables(S) {
  const { data, root } = S;
  S.source = data.fingerprint;
  S.size = data.labels.length;
  S.counts = Float64Array.from(data.counts);
  S.unsmoothed = smoothedProbs(S.counts, S.size, 0);
  S.probs = new Float64Array(S.counts.length);
  S.top = S.unsmoothed.reduce((a, b) => Math.max(a, b), 1 / S.size); // smoothing only lowers the highest
  S.unbroken = data.uniforms.map((row) => drawWord(S.unsmoothed, S.size, row).ids);
  S.shown = [];
  root.classList.toggle("small", data.small);
  measureWidths(S);
  S.names.replaceChildren(...data.uniforms.map(() => document.createElement("li")));
  S.marks.replaceChildren(...data.marks.map((mark) => {
    const button = document.createElement("button");
    button.textContent = mark >= 1000 ? (mark >= 1e6 ? `${mark / 1e6}M` : `${mark / 1000}k`) : String(mark);
    button.style.setProperty("--at", positionOf(mark) / S.slider.max);
    button.title = `Set the smoothing to ${mark.toLocaleString("en")}`;
    button.onclick = () => (halt(S), move(S, mark), release(S));
    return button;
  }));
}

function setSmoothing(S, smoothing) {
  S.smoothing = smoothing;
  S.slider.value = Math.round(positionOf(smoothing));
  S.slider.setAttribute("aria-valuetext", `${smoothing} fake counts per cell`);
  write(S.output, smoothing.toLocaleString("en", { maximumFractionDigits: 6 }));
}

/** The smoothing moves: draw on the next frame, tell Python in a moment. */
function move(S, smoothing) {
  S.moving = true;
  setSmoothing(S, smoothing);
  ask(S);
  S.timer ||= setTimeout(() => tell(S), Math.max(0, TELL_MS - (performance.now() - S.told)));
}

function tell(S) {
  S.timer = 0;
  S.told = performance.now();
  S.setStateValue("live", S.smoothing);
}

/** The smoothing stands: Python puts it into the box and the link, then `live` is over. */
function release(S) {
  clearTimeout(S.timer);
  S.timer = 0;
  S.moving = false;
  S.told = performance.now();
  S.released = S.smoothing;
  S.data = { ...S.data, smoothing: S.smoothing };
  S.setTriggerValue("final", S.smoothing);
  S.setStateValue("live", null);
}

/** From 0 to a million and back; with reduced motion, from mark to mark. Afterwards all is as before. */
function animate(S) {
  const begun = performance.now(), last = +S.slider.max, marks = S.data.marks;
  S.animate.textContent = "Stop";
  const step = (now) => {
    const t = Math.max(0, now - begun) / SWEEP_MS;
    if (t >= 2) return stop(S);
    const share = t < 1 ? t : 2 - t;
    const next = REDUCED.matches ? marks[Math.round(share * (marks.length - 1))] : smoothingAt(share * last, []);
    if (next !== S.smoothing) move(S, next);
    S.animating = requestAnimationFrame(step);
  };
  S.animating = requestAnimationFrame(step);
}

function halt(S) {
  cancelAnimationFrame(S.animating);
  S.animating = 0;
  S.animate.textContent = "Animate";
}

function stop(S) {
  halt(S);
  clearTimeout(S.timer);
  S.timer = 0;
  S.moving = false;
  setSmoothing(S, S.data.smoothing);
  ask(S);
  S.setStateValue("live", null);
}

function hover(S, event) {
  const at = tableLayout(S.widths.table, S.size);
  const row = Math.floor((event.offsetY - at.top) / at.cell), next = Math.floor((event.offsetX - at.left) / at.cell);
  const inside = row >= 0 && row < S.size && next >= 0 && next < S.size;
  S.hover = inside ? { row, next, x: event.offsetX, y: event.offsetY } : null;
  ask(S);
}

function ask(S) {
  S.frame ||= requestAnimationFrame(() => draw(S));
}
