// The guesses of the evening, in the browser's own storage; those on a visitor's own list in the tab's storage only, where
// the list is too: their questions hold words of it. Where storage is forbidden or full, this tab remembers them.

const KEY = "bigram-lab-guesses",
  EVENING_MS = 18 * 60 * 60 * 1000; // after that, the questions are asked again

/** A guess: on which list, whether it is the visitor's own, of what, the guess (null: only looked), whether it was right,
 *  guess and answer as texts, when.
 * @typedef {{ list: string, own: boolean, ask: string, guess: any, right: boolean, said: string, answer: string,
 *   at?: number }} Kept */

/** All kept guesses by page. @returns {Object<string, Kept>} */
export function keptGuesses() {
  const now = Date.now();
  return Object.fromEntries(
    Object.entries({ ...read(false), ...read(true) }).filter(
      ([, kept]) => kept && typeof kept === "object" && now - kept.at < EVENING_MS,
    ),
  );
}

/** The guess of a page on a list, or undefined. @param {string} page @param {string} list */
export function keptGuess(page, list) {
  const kept = keptGuesses()[page];
  return kept?.list === list ? kept : undefined;
}

/** Keep a guess, or forget it with null. @param {string} page @param {Kept | null} guess */
export function keepGuess(page, guess) {
  for (const own of [false, true]) {
    const all = read(own);
    delete all[page];
    if (guess?.own === own) all[page] = { ...guess, at: Date.now() };
    write(own, all);
  }
}

/** Forget all guesses, or those on the visitor's own list alone. @param {{ own?: boolean }} [only] */
export function forgetGuesses({ own } = {}) {
  if (!own) write(false, {});
  write(true, {});
}

const storage = (own) => (own ? sessionStorage : localStorage),
  fallback = (globalThis.bigramLabGuesses ??= {});

/** True if the browser keeps guesses for pages that are loaded later. */
export function canKeep() {
  write(false, read(false));
  return !("false" in fallback);
}

function read(own) {
  if (fallback[own]) return fallback[own];
  try {
    const all = JSON.parse(storage(own).getItem(KEY) ?? "{}");
    return all && typeof all === "object" ? all : {};
  } catch {
    return {};
  }
}

function write(own, all) {
  try {
    storage(own).setItem(KEY, JSON.stringify(all));
    delete fallback[own];
  } catch {
    fallback[own] = all;
  }
}
