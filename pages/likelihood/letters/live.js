// Words letter by letter: the state, and the events that change it. What it shows is in view.js.

import { wireCells } from "../../components/live/paint/cell_pointer.js";
import { makeNumbers } from "../../components/live/paint/metrics.js";
import { letGo, take, wait } from "../../components/live/sync/slider_events.js";
import { smoothedProbs } from "../../components/live/model/model.js";
import { mount } from "../../components/live/sync/mount.js";
import { savePicture, saveTable } from "../../components/live/paint/save.js";
import { makeSlider } from "../../components/live/controls/slider.js";
import { paintView } from "./view.js";
import { lettersOf } from "./work.js";

export default (args) =>
  mount(args, { selector: ".likelihood", begin, use: useWords, told: () => {}, halt: wait, paint: paintView });

function begin(S) {
  for (const name of ["cells", "table", "tip", "letters", "log", "numbers", "help", "scale", "blame"])
    S[name] = S.root.querySelector(`.${name}`);
  Object.assign(S, { control: makeSlider(S, { name: "smoothing", unit: "fake counts per cell" }), hover: null });
  S.root.querySelector(".png").onclick = () =>
    savePicture(S.root, {
      name: "likelihood",
      title: `Bigram Lab, smoothing ${S.owned.values.smoothing} fake counts per cell: ${location.href}`,
      theme: S.theme,
    });
  S.root.querySelector(".csv").onclick = () => saveTable(rowsOf(S), "likelihood");
  wireCells(S, S.table, (row) => {
    take(S);
    Object.assign(S.owned.values, { row, next: S.hover?.next ?? S.owned.values.next });
    letGo(S);
  });
}

/** Other counts or words: what does not move with the smoothing is worked out here, once. */
function useWords(S) {
  const { counts, labels, words, shown } = S.data,
    size = (S.size = labels.length);
  S.counts = Float64Array.from(counts);
  S.unsmoothed = smoothedProbs(S.counts, size, 0);
  S.probs = new Float64Array(size * size);
  S.top = S.unsmoothed.reduce((a, b) => Math.max(a, b), 1 / size);
  S.highest = lettersOf(words, S.unsmoothed, size).reduce((top, { prob }) => Math.max(top, prob), 1 / size);
  makeNumbers(S.numbers, shown, S.help);
  S.control.scale();
}

function rowsOf({ data: { words, labels }, counts, size, owned }) {
  const letters = lettersOf(words, smoothedProbs(counts, size, owned.values.smoothing), size);
  return [
    ["previous", "next", "prob", "logprob"],
    ...letters.map(({ previous, next, prob, logprob }) => [labels[previous], labels[next], prob, logprob]),
  ];
}
