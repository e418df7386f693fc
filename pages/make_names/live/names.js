// The names on Make names: found in the browser while a hand moves, a part of a long search on each frame; and the list
// of them.

import { continueSearch, judgeFound, openSearch } from "../../components/live/model/make.js";
import { tableWithTemperature } from "../../components/live/model/model.js";
import { openTape } from "../../components/live/model/streams.js";
import { write } from "../../components/live/paint/canvas.js";
import { make } from "../../components/live/paint/elements.js";
import { decimals, exact, fill } from "../../components/live/paint/format.js";
import { trainingEnds } from "../../components/live/sync/frame_budget.js";
import { isAtRest } from "../../components/live/sync/page_state.js";
import { showsPython } from "../../components/live/sync/live_view.js";

/** Let the list know which of its names are far outside the screen: those are not written during a drag. */
export function watchNames(S) {
  S.list.addEventListener("contentvisibilityautostatechange", ({ target, skipped }) => {
    target.skipped = skipped;
    if (!skipped) S.ask();
  });
}

/** Search for the names of the values on the screen, and ask for a frame if there are more to find. Call it after
 *  textsDue. */
export function findNames(S, probs) {
  if (showsPython(S)) return;
  const { data, now, page } = S,
    { letters } = data,
    { temperature, smoothing } = page.values;
  if (S.tape?.seed !== now.seed)
    S.tape = Object.assign(openTape("lecture", BigInt(now.seed), letters.length), { seed: now.seed });
  const key = `${temperature} ${smoothing} ${now.run} ${S.source}`;
  if (S.search?.key !== key) {
    const heated = tableWithTemperature(probs, letters.length, temperature);
    S.search = openSearch(S.tape, heated, letters, now.n, { ...now.wish, known: S.known });
    S.search.key = key;
  }
  const ends = trainingEnds(S);
  if (continueSearch(S.search, () => performance.now() > ends)) S.ask();
}

/** Show the names, each with its nll: Python's, or those found so far; and how many of those drawn they are. */
export function showNames(S, probs) {
  const { data, now, search, list, tally } = S,
    python = showsPython(S),
    words = python ? now.words : judgeFound(search, probs, now.sort),
    tries = python ? now.tries : search.tries,
    rest = isAtRest(S.page);
  while (list.children.length > words.length) list.lastChild.remove();
  words.forEach(({ word, nll }, i) => {
    const item = list.children[i] ?? list.appendChild(make("li", {}, make("bdi"), " ", make("small")));
    if (item.skipped && !rest) return;
    write(item.firstChild, word || data.shared.empty);
    write(item.lastChild, decimals(nll, 4));
  });
  const counted = { found: exact(words.length), tries: exact(tries) };
  write(tally, (python && now.shortfall) || fill(data.texts.tally, counted));
}
