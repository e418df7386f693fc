// The values that browser and Python share, and whose turn it is to set them. Its Python half is `Owned` in __init__.py.
//
// From the first touch the browser owns them and sends nothing. A release is one message with all values and a version
// of its own; until Python's data carry that version back, whatever Python says is older and is not taken. What is kept
// here stands outside the page's elements, so that an element that is made anew goes on where the last one was.

const WAIT_MS = 3000,
  LONGEST_WAIT_MS = 30_000; // a release that has not come back is sent again, ever more rarely
const UNDONE_MS = 3000; // for so long after a release a box of the page may still send its old value, see `isUndone`
const kept = (globalThis.bigramLabOwned ??= new Map());

/** The values of the component with this key: the ones that are kept, or none yet. */
export function own(key) {
  if (!kept.has(key))
    kept.set(key, {
      key,
      values: {},
      python: {},
      session: null,
      version: 0,
      held: false,
      pending: false,
      sent: false,
      wait: WAIT_MS,
      timer: 0,
      send: null,
      undo: null,
      before: {},
    });
  return kept.get(key);
}

/** Python's data have come, with a way to send. `session` names the server's session, `version` the last release it knows. */
export function hear(O, { session, version, values }, send) {
  O.send = send;
  if (session !== O.session) O.sent = false; // another session has never heard of what was sent to the one before
  O.session = session;
  const undone = version >= O.version && isUndone(O, values);
  O.python = values;
  if (version >= O.version) {
    O.version = version;
    clearTimeout(O.timer);
    Object.assign(O, { pending: false, timer: 0 });
  }
  if (undone) return sendAgain(O);
  if (O.pending) transmit(O);
  else if (!O.held) O.values = { ...values };
}

/** A hand is on it: from now on the browser alone says what the values are. */
export function hold(O) {
  if (!O.held) O.before = { ...O.values };
  O.held = true;
}

/** The hand lets go without having meant anything: what was released before, or what Python last said, holds again. */
export function giveBack(O) {
  if (O.held) O.values = { ...(O.pending ? O.before : O.python) };
  O.held = false;
}

/** The hand lets go: Python is to set these values. */
export function release(O) {
  O.held = false;
  if (same(O.values, O.python) && !O.pending) return;
  O.undo = { from: { ...O.python }, to: { ...O.values }, until: performance.now() + UNDONE_MS };
  sendNew(O);
}

/** Whether what is shown is what Python has said: nothing moves and no release is under way. */
export function atRest(O) {
  return !O.held && !O.pending;
}

/** Somebody types, or goes back in the history: from now on Python may have reasons to say an older value again. */
export function meantOtherwise(O) {
  O.undo = null;
}

/** The element goes. If another takes its place it goes on from here; `left` says that the page is left for good. */
export function dismiss(O, left) {
  clearTimeout(O.timer);
  O.timer = 0;
  O.send = null;
  if (left) kept.delete(O.key);
  else if (O.held) Object.assign(O, { held: false, pending: true, sent: false, version: O.version + 1 }); // no hand is on the next one
}

/** Whether a release was taken and undone at once: each message carries the values of all boxes of the page, so one sent
 *  by another control, before the box had heard of the release, brought the box's old value back. */
function isUndone({ undo }, values) {
  return undo !== null && performance.now() < undo.until && same(values, undo.from) && !same(values, undo.to);
}

function sendAgain(O) {
  O.values = { ...O.undo.to };
  O.undo = null; // once
  sendNew(O);
}

/** A release of its own version, with a wait of its own. */
function sendNew(O) {
  clearTimeout(O.timer);
  O.version += 1;
  Object.assign(O, { pending: true, sent: false, wait: WAIT_MS, timer: 0 });
  transmit(O);
}

function same(one, other) {
  return Object.keys(one).every((name) => one[name] === other[name]);
}

/** Send the release that is under way, once; and again where no answer comes, as after a line that was cut. */
function transmit(O) {
  if (!O.send) return;
  if (!O.sent) O.send({ version: O.version, values: O.values });
  O.sent = true;
  if (O.timer) return;
  O.timer = setTimeout(() => {
    O.timer = 0;
    O.sent = false;
    O.wait = Math.min(2 * O.wait, LONGEST_WAIT_MS);
    transmit(O);
  }, O.wait);
}
