// Words letter by letter: the state, and the events that change it. What it shows is in view.js.

import { tableOf, wireCells } from "../../components/live/paint/cell_pointer.js";
import { make } from "../../components/live/paint/elements.js";
import { watchFolds } from "../../components/live/paint/folds.js";
import { makeNumbers } from "../../components/live/paint/metrics.js";
import { largest, smoothedProbs } from "../../components/live/model/model.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { setValues } from "../../components/live/sync/page_state.js";
import { wireSave } from "../../components/live/paint/save.js";
import { paintView } from "./view.js";
import { wordsOf } from "../../components/live/model/words.js";
import { lettersOf } from "./work.js";

export default (args) => mountView(args, { selector: ".likelihood", begin, use: useCounts, paint });

function begin(S) {
  findElements(S, "cells table tip letters log numbers help scale choices why about");
  Object.assign(S, { hover: null, word: null, words: [] });
  watchFolds(S);
  wireSave(S, {
    name: () => "likelihood",
    title: () => S.data.texts.title,
    places: () => S.page.values,
    rows: () => rowsOf(S),
  });
  const choose = (row) => setValues(S.page, S, { row, next: S.hover?.next ?? S.page.values.next });
  wireCells(S.table, tableOf(S, choose));
}

/** Other counts: what does not move with the smoothing is worked out here, once. */
function useCounts(S) {
  const { counts, labels, shown } = S.data,
    size = (S.size = labels.length);
  S.counts = Float64Array.from(counts);
  S.total = S.counts.reduce((a, b) => a + b, 0);
  S.unsmoothed = smoothedProbs(S.counts, size, 0);
  S.probs = new Float64Array(size * size);
  S.top = largest(S.unsmoothed, 1 / size);
  S.word = null;
  S.choices.hidden = Object.keys(S.data.presets).length === 0;
  S.choices.replaceChildren(...Object.entries(S.data.presets).map(([words, why]) => presetOf(S, words, why)));
  makeNumbers(S.numbers, shown, S.help);
}

/** A button for words to try. */
function presetOf(S, words, why) {
  const onclick = () => setValues(S.page, S, { word: words, smoothing: 0 });
  return make("button", { type: "button", title: why, onclick }, words);
}

/** Other words: those of the page, and while these cannot be, the ones before until Python has said which it uses. */
function paint(S) {
  const { word } = S.page.values,
    { labels, limits } = S.data;
  if (S.word !== word) {
    S.word = word;
    S.words = wordsOf(word, labels, limits) ?? S.words;
    S.highest = lettersOf(S.words, S.unsmoothed, S.size).reduce((top, { prob }) => Math.max(top, prob), 1 / S.size);
  }
  paintView(S);
}

function rowsOf({ data: { labels }, words, counts, size, page }) {
  const letters = lettersOf(words, smoothedProbs(counts, size, page.values.smoothing), size);
  return [
    ["previous", "next", "prob", "logprob"],
    ...letters.map(({ previous, next, prob, logprob }) => [labels[previous], labels[next], prob, logprob]),
  ];
}
