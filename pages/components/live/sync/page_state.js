// The values that the live views of a page share with Python: one state a page. Its Python half is page_state.py.
//
// From the first touch the browser owns the values and sends nothing. A release is one message with all values and a
// version of its own. Python answers with the newest version that it knows; an older answer changes nothing here. The
// state stands outside the page's elements, so that an element that is made anew goes on where the last one was.

const WAIT_MS = 3000,
  LONGEST_WAIT_MS = 30_000; // a release without an answer, as after a line that was cut, is sent again, ever more rarely
const STILL_MS = 300; // keys and clicks that follow each other faster are one move, and one entry in the history
const states = (globalThis.bigramLabStates ??= new Map());

/** The state of the page with this name. `values` are null until Python has said what they are. */
export function stateOf(page) {
  if (!states.has(page)) {
    const values = { values: null, python: null, before: null },
      messages = { version: 0, answered: 0, run: 0, attempt: 0, sent: true, wait: WAIT_MS, timer: 0, refused: {} },
      hands = { moving: false, later: 0, holder: null, animation: null, views: new Set() },
      state = { page, link: linkOf(page), ...values, ...messages, ...hands };
    states.set(page, state);
    state.link.hear = () => hear(state, state.link.data);
    if (state.link.data) state.link.hear();
  }
  return states.get(page);
}

/** What page_link.js fills: what Python has said last, and the way back to it. */
function linkOf(page) {
  const links = (globalThis.bigramLabLinks ??= new Map());
  if (!links.has(page)) links.set(page, {});
  return links.get(page);
}

/** Python's answer has come: `run` counts its runs, `version` is the last release that it knows, `refused` says by name
 *  what it could not use. */
function hear(state, { run, version, values, refused }) {
  if (version < state.version) {
    if (!state.sent) transmit(state);
    else if (!state.timer) sendAgainLater(state);
    return;
  }
  clearTimeout(state.timer);
  if (state.answered === version && differ(values, state.python)) state.animation?.stop(); // another way than by a release
  Object.assign(state, { run, version, answered: version, refused, python: values, timer: 0, wait: WAIT_MS });
  if (!state.moving || state.values === null) state.values = { ...values };
  repaint(state);
}

/** The page is left: nothing is sent any more, as that would break the next page. It begins anew when it comes again. */
export function leave(state) {
  clearTimeout(state.timer);
  clearTimeout(state.later);
  Object.assign(state.link, { send: null, hear: null, data: null });
  states.delete(state.page);
}

/** Whether what is shown is what Python has said: nothing moves, and no release is on its way. */
export function isAtRest(state) {
  return !state.moving && state.answered === state.version;
}

/** A hand is on a control of the view `holder`: from now on the browser alone says what the values are. */
export function hold(state, holder) {
  state.animation?.stop();
  clearTimeout(state.later);
  if (!state.moving) state.before = { ...state.values };
  Object.assign(state, { moving: true, holder });
}

/** A hand moves a value; others may follow it. */
export function move(state, holder, name, value) {
  hold(state, holder);
  state.values[name] = value;
  holder.follow?.(name);
  repaint(state);
}

/** The hand lets go without having meant anything: the values from before it hold again. */
export function giveBack(state) {
  if (!state.moving) return;
  state.moving = false;
  state.values = { ...(isAtRest(state) ? state.python : state.before) };
  repaint(state);
}

/** The hand lets go: Python is to know these values. */
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

/** The same once keys and clicks have stopped. */
export function releaseSoon(state) {
  clearTimeout(state.later);
  state.later = setTimeout(() => release(state), STILL_MS);
}

/** Set one value at once, as a click does. */
export function setValue(state, holder, name, value) {
  setValues(state, holder, { [name]: value });
}

/** The same for several values: one release. */
export function setValues(state, holder, values) {
  hold(state, holder);
  Object.assign(state.values, values);
  release(state);
}

/** Every view of the page asks for a frame. */
export function repaint(state) {
  for (const ask of state.views) ask();
}

function differ(one, other) {
  return other !== null && Object.keys(one).some((name) => one[name] !== other[name]);
}

function transmit(state) {
  clearTimeout(state.timer);
  state.timer = 0;
  state.sent = Boolean(state.link.send);
  if (!state.sent) return; // the next element sends it: what it hears first is older than this release
  state.attempt += 1; // a message that is new to Streamlit, though it says the same again
  state.link.send({ version: state.version, attempt: state.attempt, values: state.values });
  sendAgainLater(state);
}

function sendAgainLater(state) {
  state.timer = setTimeout(() => {
    state.wait = Math.min(2 * state.wait, LONGEST_WAIT_MS);
    if (!state.moving) transmit(state);
    else sendAgainLater(state);
  }, state.wait);
}
