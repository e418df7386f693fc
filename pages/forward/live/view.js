// What the forward pass shows, painted from its state alone: pointing, a rerun and a theme change come through here.

import { channelsOf, write } from "../../components/live/paint/canvas.js";
import { placeTip } from "../../components/live/paint/cell_pointer.js";
import { byRoot, bySign } from "../../components/live/paint/grid.js";
import { gridLayout, paintGrid, rowHeight } from "./grid.js";
import { cellOf, chainOf, four, inDigits, pairOf, stepsOf, sumOf, weightOf } from "./words.js";

const STRONGEST = 3; // a weight of 3 and more has the strongest colour
const PAIRS = 40,
  LETTERS = 20; // pixels at the left, for the names of pairs and for letters

export function paintView(S) {
  const { data } = S,
    place = lookedAt(S);
  const shown = JSON.stringify([S.width, devicePixelRatio, S.theme.name, S.source, place, S.weight]);
  if (S.shown !== shown) {
    S.shown = shown;
    paintTables(S, place);
    const sum = sumOf(data, place),
      steps = stepsOf(data, place);
    write(S.chain, chainOf(data, place));
    write(
      S.where,
      `(xenc @ W)[${place.example}, ${place.next}]: pair ${place.example} of ${data.xs.length}, counted from 0 (${pairOf(data, place.example)}), and the neuron of “${data.labels[place.next]}”, by hand:`,
    );
    write(S.sum, sum.names);
    write(S.added, sum.numbers);
    for (const step of ["logit", "exp", "prob"]) write(S[step], steps[step]);
    S.example.value = place.example;
    S.next.value = place.next;
    for (const [i, row] of [...S.right.rows].entries()) row.classList.toggle("chosen", i === place.example);
  }
  placeTip({ hover: S.weight }, S.tip, S.weight ? weightOf(data, S.weight) : "", S.at.weights.left + S.at.weights.side);
}

/** The place that is looked at: pointed at, or else picked. */
export function lookedAt(S) {
  return S.hover ?? S.pick;
}

function paintTables(S, place) {
  const { data, theme, width } = S,
    { labels, xs, ys, weights } = data,
    size = labels.length,
    rows = xs.length;
  const names = xs.map((_, i) => pairOf(data, i)),
    row = { row: place.example, next: place.next };
  const of = (values) => (i, j) => values[cellOf(data, { example: i, next: j })];
  const top = (values) =>
    names.reduce((most, _, i) => labels.reduce((most, _, j) => Math.max(most, of(values)(i, j)), most), 0);
  const on = (colours, values) => (i, j) => channelsOf(colours(values(i, j)));
  const signs = bySign(theme.difference, STRONGEST),
    grey = [1, 3, 5].map((i) => parseInt(theme.uniform.slice(i, i + 2), 16));
  const high = rowHeight(rows, (width - PAIRS) / size);
  const table = (name, /** @type {any} */ { letters, ...rest }) => {
    S.at[name] = gridLayout(width, { rows, size, left: PAIRS, letters, high, widest: 48 });
    paintGrid(S[name], S.at[name], { width, rows, labels, names, place: row, theme, ...rest });
  };
  const one = (i, j) => (xs[i] === j ? 1 : 0);
  table("hot", {
    letters: 1,
    colourOf: (i, j) => (one(i, j) ? grey : null),
    textOf: one,
    place: { row: place.example, next: xs[place.example] },
  });
  table("logits", { letters: 5, colourOf: on(signs, of(weights)), textOf: (i, j) => inDigits(of(weights)(i, j), 2) });
  table("counts", {
    letters: 5,
    colourOf: on(byRoot(theme.netScale, top(data.exps)), of(data.exps)),
    textOf: (i, j) => inDigits(of(data.exps)(i, j), 2),
  });
  const prob = (i, j) => four(of(data.probs)(i, j)).replace(/^0/, "");
  table("probs", {
    letters: 5,
    colourOf: on(byRoot(theme.netScale, top(data.probs)), of(data.probs)),
    textOf: prob,
    marked: (i) => ys[i],
  });
  paintWeights(S, place, signs);
  S.at.neuron = gridLayout(width, { rows: 1, size, left: LETTERS, letters: 5, high: 26, widest: 48 });
  const neuron = (_, j) => data.neuron[j];
  paintGrid(S.neuron, S.at.neuron, {
    width,
    rows: 1,
    labels,
    names: ["w"],
    place: { row: 0, next: xs[place.example] },
    theme,
    colourOf: on(signs, neuron),
    textOf: (_, j) => inDigits(data.neuron[j], 2),
  });
}

/** W itself, all its rows: the one that the one-hot row picks is outlined. */
function paintWeights(S, place, signs) {
  const { data, theme } = S,
    { labels, xs, weights } = data,
    size = labels.length,
    width = S.weights.parentElement.clientWidth;
  S.at.weights = gridLayout(width, { rows: size, size, left: LETTERS, letters: 5, widest: 24 });
  paintGrid(S.weights, S.at.weights, {
    width,
    rows: size,
    labels,
    names: labels,
    place: { row: xs[place.example], next: place.next },
    theme,
    marked: (i) => (S.weight?.row === i ? S.weight.next : null),
    colourOf: (i, j) => channelsOf(signs(weights[i * size + j])),
    textOf: () => "",
  });
}
