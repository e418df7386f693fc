// The values that the live views of a page share with Python: one state for each page. page_state.py is the Python
// half.
//
// When a drag begins, the browser owns the values and sends nothing. A release is one message with all values and a new
// version. Python answers with the newest version that it knows; an older answer changes nothing here. Streamlit drops a
// release if the next one comes before it has run: so each brings the values before it too. The state is kept outside
// the page's elements, so that an element that Streamlit makes again continues with it.

const WAIT_MS = 3000,
  LONGEST_WAIT_MS = 30_000; // a release without an answer is sent again, after a wait that doubles each time
const SETTLED_MS = 4000; // the longest wait of settle: five seconds after a click, the browser copies nothing any more
const STILL_MS = 300; // keys pressed faster than this are one move, and one entry in the browser's history
const states = (globalThis.bigramLabStates ??= new Map());

/** The values that the controls set, by name. @typedef {Object<string, any>} Values */

/** The state of a page.
 * @typedef {object} State
 * @property {string} page
 * @property {{ data?: any, send?: ((release: object) => void) | null, hear?: (() => void) | null }} link
 * @property {Values | null} values those on the screen; null until Python has sent them
 * @property {Values | null} python those that Python sent last
 * @property {Values | null} before those before the drag
 * @property {number} version of the last release
 * @property {number} answered the last version that Python has answered
 * @property {number} run of Python, the last
 * @property {number} attempt how often something was sent
 * @property {boolean} sent false while the last release waits for an element that can send it
 * @property {number} wait until it is sent again, in ms
 * @property {number} timer of that
 * @property {Object<string, string>} refused what Python could not use, by name
 * @property {boolean} moving true during a drag
 * @property {number} later the timer of releaseSoon
 * @property {any} holder the view whose control is dragged
 * @property {{ stop: () => void } | null} animation
 * @property {Set<() => void>} views each asks for a frame */

/** The state of the page with this name. @param {string} page @returns {State} */
export function stateOf(page) {
  if (!states.has(page)) {
    const values = { values: null, python: null, before: null },
      messages = { version: 0, answered: 0, run: 0, attempt: 0, sent: true, wait: WAIT_MS, timer: 0, refused: {} },
      hands = { moving: false, later: 0, holder: null, animation: null, views: new Set() },
      /** @type {State} */
      state = { page, link: linkOf(page), ...values, ...messages, ...hands };
    states.set(page, state);
    state.link.hear = () => hear(state, state.link.data);
    if (state.link.data) state.link.hear();
  }
  return states.get(page);
}

/** What python_message.js fills: Python's last message, and the function that sends one back. @param {string} page */
function linkOf(page) {
  const links = (globalThis.bigramLabLinks ??= new Map());
  if (!links.has(page)) links.set(page, {});
  return links.get(page);
}

/** Take Python's answer: `run` counts its runs, `version` is the last release that it knows.
 * @param {State} state
 * @param {{ run: number, version: number, values: Values, refused: Object<string, string> }} answer */
function hear(state, { run, version, values, refused }) {
  if (version < state.version) {
    if (!state.sent) transmit(state);
    else if (!state.timer) sendAgainLater(state);
    return;
  }
  clearTimeout(state.timer);
  // other values without a release: a link has set them
  if (state.answered === version && differ(values, state.python)) state.animation?.stop();
  Object.assign(state, { run, version, answered: version, refused, python: values, timer: 0, wait: WAIT_MS });
  if (!state.moving || state.values === null) state.values = { ...values };
  repaint(state);
}

/** Leave the page: nothing more is sent, because that would break the next page. When the page is opened again, it gets
 *  a new state.
 * @param {State} state */
export function leave(state) {
  clearTimeout(state.timer);
  clearTimeout(state.later);
  Object.assign(state.link, { send: null, hear: null, data: null });
  states.delete(state.page);
}

/** True if the values on the screen are Python's: no drag, and no release without an answer. @param {State} state */
export function isAtRest(state) {
  return !state.moving && state.answered === state.version;
}

/** Begin a drag of a control of the view `holder`: from now on only the browser sets the values.
 * @param {State} state @param {any} holder */
export function hold(state, holder) {
  state.animation?.stop();
  clearTimeout(state.later);
  if (!state.moving) state.before = { ...state.values };
  Object.assign(state, { moving: true, holder });
}

/** A hand moves a value; others may follow it.
 * @param {State} state @param {any} holder @param {string} name @param {any} value */
export function move(state, holder, name, value) {
  hold(state, holder);
  state.values[name] = value;
  holder.follow?.(name);
  repaint(state);
}

/** End a drag that was not meant, and take back its values. @param {State} state */
export function giveBack(state) {
  if (!state.moving) return;
  state.moving = false;
  state.values = { ...(isAtRest(state) ? state.python : state.before) };
  repaint(state);
}

/** End a drag: the values are sent to Python. @param {State} state */
export function release(state) {
  clearTimeout(state.later);
  if (!state.moving) return;
  state.moving = false;
  if (!isAtRest(state) || differ(state.values, state.python)) {
    state.version += 1;
    state.wait = WAIT_MS;
    transmit(state);
  }
  repaint(state);
}

/** The same, when no key was pressed for a moment. @param {State} state */
export function releaseSoon(state) {
  clearTimeout(state.later);
  state.later = setTimeout(() => release(state), STILL_MS);
}

/** Send what waits to be sent, and wait until Python has answered: then the address has the values on the screen. */
export async function settle() {
  const still = [...states.values()].filter((state) => !state.animation),
    end = performance.now() + SETTLED_MS;
  still.forEach(release);
  const waits = (/** @type {State} */ state) => states.get(state.page) === state && !isAtRest(state); // it may be left
  while (still.some(waits) && performance.now() < end) await new Promise((wake) => setTimeout(wake, 30));
}

/** Set one value at once, as a click does.
 * @param {State} state @param {any} holder @param {string} name @param {any} value */
export function setValue(state, holder, name, value) {
  move(state, holder, name, value);
  release(state);
}

/** Set several values at once, in one release. @param {State} state @param {any} holder @param {Values} values */
export function setValues(state, holder, values) {
  hold(state, holder);
  Object.assign(state.values, values);
  release(state);
}

/** Ask for a frame in every view of the page. @param {State} state */
export function repaint(state) {
  for (const ask of state.views) ask();
}

/** @param {Values} one @param {Values | null} other */
function differ(one, other) {
  return other !== null && Object.keys(one).some((name) => one[name] !== other[name]);
}

/** @param {State} state */
function transmit(state) {
  clearTimeout(state.timer);
  state.timer = 0;
  state.sent = Boolean(state.link.send);
  if (!state.sent) return; // the next element sends it, when it hears an older answer
  state.attempt += 1; // else Streamlit would not send the same message twice
  const { version, attempt, values, before } = state;
  state.link.send({ version, attempt, values, before });
  sendAgainLater(state);
}

/** @param {State} state */
function sendAgainLater(state) {
  state.timer = setTimeout(() => {
    state.wait = Math.min(2 * state.wait, LONGEST_WAIT_MS);
    if (!state.moving) transmit(state);
    else sendAgainLater(state);
  }, state.wait);
}
