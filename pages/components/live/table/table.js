// The live table: its state, and the events that change it. What it shows is in view.js.

const TELL_MS = 100; // Python is told the smoothing this often while it moves, and once on release
const KEYS_MS = 300; // keys that follow each other faster are one move

export default function ({ parentElement, data, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".live");
  const S = (root.state ??= begin(root));
  // A rerun that Python began before it heard of a release or a click still carries what was before: not back to that.
  const late = performance.now() - S.told > 5000;
  if (late || data.smoothing === S.released) S.released = null;
  if (late || data.row === S.picked) S.picked = null;
  Object.assign(S, { setStateValue, setTriggerValue, theme: readTheme(root, data.colours) });
  if (S.animating && data.smoothing !== S.data.smoothing) hush(S); // an edit ends the show
  S.data = S.picked === null ? data : { ...data, row: S.picked };
  if (S.source !== data.fingerprint) useTables(S);
  if (!S.moving && S.released === null) setSmoothing(S, data.smoothing);
  draw(S);
  return () => {
    hush(S);
    S.stay();
  };
}

/** Wire the elements once; everything else is state. */
function begin(root) {
  const $ = (selector) => root.querySelector(selector);
  const S = { root, frames: 0, moving: false, gesture: 0, hover: null, timer: 0, frame: 0, told: 0, released: null, picked: null, keyed: -Infinity, later: 0 };
  for (const name of ["curve", "table", "bars", "names", "marks", "animate", "tip", "output", "title", "scale"]) S[name] = $(`.${name}`);
  S.slider = $("input");
  S.slider.oninput = () => (S.animating && hush(S), move(S, smoothingAt(+S.slider.value, S.data.marks)));
  S.slider.onkeydown = () => (S.keyed = performance.now());
  S.slider.onchange = () => {
    if (performance.now() - S.keyed > KEYS_MS) return release(S); // the mouse or a finger let go
    clearTimeout(S.later);
    S.later = setTimeout(() => release(S), KEYS_MS); // a run of keys is one move, and one entry in the history
  };
  S.animate.onclick = () => (S.animating ? stop(S) : animate(S));
  S.table.onpointermove = (event) => hover(S, event);
  S.table.onpointerleave = () => ((S.hover = null), ask(S));
  S.table.onclick = (event) => {
    const at = tableLayout(S.widths.table, S.size), row = Math.floor((event.offsetY - at.top) / at.cell);
    if (row < 0 || row >= S.size) return;
    S.data = { ...S.data, row };
    S.told = performance.now();
    S.picked = row;
    ask(S);
    S.setTriggerValue("row", { row, at: S.released });
  };
  S.stay = onLeaving(() => hush(S));
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
  root.classList.toggle("curveless", !data.curve);
  measureWidths(S);
  S.names.replaceChildren(...data.uniforms.map(() => document.createElement("li")));
  S.marks.replaceChildren(...data.marks.map((mark) => {
    const button = document.createElement("button");
    button.textContent = mark >= 1000 ? (mark >= 1e6 ? `${mark / 1e6}M` : `${mark / 1000}k`) : String(mark);
    button.style.setProperty("--at", positionOf(mark) / S.slider.max);
    button.title = `Set the smoothing to ${mark.toLocaleString("en")}`;
    button.onclick = () => (hush(S), move(S, mark), release(S));
    return button;
  }));
}

/** The smoothing moves: draw on the next frame, tell Python in a moment. */
function move(S, smoothing) {
  if (!S.moving) S.gesture = Date.now();
  S.moving = true;
  setSmoothing(S, smoothing);
  ask(S);
  S.timer ||= setTimeout(() => tell(S), Math.max(0, TELL_MS - (performance.now() - S.told)));
}

function tell(S) {
  S.timer = 0;
  S.told = performance.now();
  S.setStateValue("live", { at: S.smoothing, gesture: S.gesture });
}

/** The smoothing stands: Python puts it into the box and the link. One message says so and ends the gesture: a second
 *  one could overtake the box's new value on its way here, and would carry the old one back. */
function release(S) {
  endGesture(S, S.smoothing);
  S.told = performance.now();
  if (S.smoothing !== S.data.smoothing) S.released = S.smoothing;
  S.data = { ...S.data, smoothing: S.smoothing };
}

function endGesture(S, at) {
  hush(S);
  S.setTriggerValue("final", { at, gesture: S.gesture });
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
