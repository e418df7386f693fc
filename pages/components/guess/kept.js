// The guesses of the evening, in the browser's own storage. Where that is forbidden or full, this tab remembers them.

const KEY = "bigram-lab-guesses",
  EVENING_MS = 18 * 60 * 60 * 1000; // after that, the questions are asked again

/** A guess: on which list, of what, the guess (null: only looked), whether it was right, guess and answer as texts, when.
 * @typedef {{ list: string, ask: string, guess: any, right: boolean, said: string, answer: string, at?: number }} Kept */

/** All kept guesses by page. @returns {Object<string, Kept>} */
export function keptGuesses() {
  const now = Date.now();
  return Object.fromEntries(
    Object.entries(read()).filter(([, kept]) => kept && typeof kept === "object" && now - kept.at < EVENING_MS),
  );
}

/** The guess of a page on a list, or undefined. @param {string} page @param {string} list */
export function keptGuess(page, list) {
  const kept = keptGuesses()[page];
  return kept?.list === list ? kept : undefined;
}

/** Keep a guess, or forget it with null. @param {string} page @param {Kept | null} guess */
export function keepGuess(page, guess) {
  const all = keptGuesses();
  if (guess) all[page] = { ...guess, at: Date.now() };
  else delete all[page];
  write(all);
}

/** Forget all guesses. */
export function forgetGuesses() {
  write({});
}

function read() {
  if (globalThis.bigramLabGuesses) return globalThis.bigramLabGuesses;
  try {
    const all = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return all && typeof all === "object" ? all : {};
  } catch {
    return {};
  }
}

function write(all) {
  try {
    localStorage.setItem(KEY, JSON.stringify(all));
    delete globalThis.bigramLabGuesses;
  } catch {
    globalThis.bigramLabGuesses = all;
  }
}
