// The arithmetic of the forward pass in words, with its numbers. Pure functions, no DOM.
//
// `data` is what Python sends; a place is { example, next }: a pair of the word, and a letter that may come next.

import { likeliest } from "../../components/live/model/model.js";
import { decimals, exact, fill } from "../../components/live/paint/format.js";
import { isolated } from "../../components/live/paint/letters.js";

/** A number with its four decimals. */
export function four(value) {
  return decimals(value, 4);
}

/** Where a place stands in tables of V rows: the row is that of the letter before. */
export function cellOf({ labels, xs }, { example, next }) {
  return xs[example] * labels.length + next;
}

/** The letter before and the right one after, as a label of the pair: from left to right, whatever the letters. */
export function pairOf({ labels, xs, ys }, example, arrow = "→") {
  return `${isolated(labels[xs[example]])}${arrow}${isolated(labels[ys[example]])}`;
}

/** What the tables say of a place: each of them, and all of them as a chain from the logit to the probability. */
export function stepsOf(data, place) {
  const { labels, xs, weights, exps, sums, probs } = data,
    size = labels.length,
    cell = cellOf(data, place),
    x = xs[place.example],
    row = probs.slice(x * size, (x + 1) * size),
    best = likeliest(row);
  const letters = { row: labels[x], letter: labels[place.next], best: labels[best] },
    before = { logit: four(weights[cell]), exp: four(exps[cell]), sum: four(sums[x]) },
    after = { prob: four(probs[cell]), percent: decimals(100 * probs[cell], 1), most: four(row[best]) };
  const filled = (text) => fill(text, { ...letters, ...before, ...after });
  return {
    chain: filled(data.texts.chain),
    logit: filled(data.texts.logit),
    exp: filled(data.texts.exp),
    prob: filled(data.texts.prob),
  };
}

/** (xenc @ W)[example, next] as the sum that it is: with names, and with numbers. */
export function sumOf({ labels, xs, weights }, { example, next }) {
  const size = labels.length,
    x = xs[example],
    shown = [0, 1, x, size - 1].filter((row, i, all) => all.indexOf(row) === i).sort((a, b) => a - b);
  const terms = (term) =>
    shown
      .flatMap((row, i) => [...(i && row > shown[i - 1] + 1 ? ["…"] : []), `${row === x ? 1 : 0} × ${term(row)}`])
      .join(" + ");
  const signed = (value) => (value < 0 ? `(${four(value)})` : four(value));
  return {
    names: `(xenc @ W)[${example}, ${next}] = ${terms((row) => `W[${row}, ${next}]`)}`,
    numbers: `= ${terms((row) => signed(weights[row * size + next]))} = ${four(weights[x * size + next])}`,
  };
}

/** What a cell of W is; many rows belong to no letter of the word. */
export function weightOf(data, { row, next }) {
  const { labels, xs, weights } = data,
    weight = fill(data.texts.weight, { row, next, weight: four(weights[row * labels.length + next]) });
  return xs.includes(row) ? weight : fill(data.texts.unused, { weight, letter: labels[row] });
}

/** The single neuron's number for each pair. */
export function outputsOf(data) {
  const { labels, xs, neuron } = data,
    outputs = xs.map((x) => fill(data.texts.output, { letter: labels[x], value: four(neuron[x]) }));
  return fill(data.texts.outputs, { pairs: xs.length, outputs: outputs.join(", ") });
}

/** Shape and dtypes of the one-hot rows, and why they are those. */
export function typesOf(data) {
  const { labels, xs, types } = data,
    few = fill(data.texts.few_columns, { columns: types.columns }),
    columns = types.columns === labels.length ? data.texts.all_columns : few;
  return fill(data.texts.types, { pairs: xs.length, one_hot: types.one_hot, as_float: types.as_float, columns });
}

/** The loss as the mean that it is. */
export function lossOf(data) {
  const { xs, ys, labels, probs, loss } = data,
    nlls = xs.map((x, i) => four(-Math.log(probs[x * labels.length + ys[i]])));
  const listed = nlls.length > 8 ? [...nlls.slice(0, 3), "…", nlls.at(-1)] : nlls;
  return fill(data.texts.loss, { sum: listed.join(" + "), pairs: xs.length, loss: four(loss) });
}

/** The ids as tensors, and their types: three lines, with `code` and **bold** in them. */
export function tensorsOf(data) {
  const { xs, ys, types } = data,
    numbers = { xs: `[${xs.join(", ")}]`, ys: `[${ys.join(", ")}]`, small: types.tensor, big: types.big_tensor };
  return [data.texts.tensor_xs, data.texts.tensor_ys, data.texts.tensor_big].map((text) => fill(text, numbers));
}

/** How many weights there are, and how many of them are near 0. */
export function randnOf(data) {
  const { weights } = data,
    near = weights.filter((weight) => Math.abs(weight) < 1).length;
  return fill(data.texts.randn, { all: exact(weights.length), near: exact(near) });
}
