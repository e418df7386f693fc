// The arithmetic of the forward pass in words, with its numbers. Pure functions, no DOM.
//
// `data` is what Python sends; a place is { example, next }: a pair of the word, and a letter that may come next.

import { decimals } from "../../components/live/paint/format.js";

/** A number with its four decimals. */
export function four(value) {
  return decimals(value, 4);
}

/** Where a place stands in tables of V rows: the row is that of the letter before. */
export function cellOf({ labels, xs }, { example, next }) {
  return xs[example] * labels.length + next;
}

/** The letter before and the right one after, as a label of the pair. */
export function pairOf({ labels, xs, ys }, example) {
  return `${labels[xs[example]]}→${labels[ys[example]]}`;
}

/** From the logit to the probability in one line. */
export function chainOf(data, place) {
  const { labels, xs, weights, exps, sums, probs } = data,
    cell = cellOf(data, place),
    x = xs[place.example];
  return `After “${labels[x]}”, is “${labels[place.next]}” next? Logit ${four(weights[cell])} → exp ${four(exps[cell])} → divided by ${four(sums[x])} = ${four(probs[cell])}, ${decimals(100 * probs[cell], 1)} %.`;
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

/** What each table says of the place. */
export function stepsOf(data, place) {
  const { labels, xs, weights, exps, sums, probs } = data,
    cell = cellOf(data, place),
    x = xs[place.example];
  const size = labels.length,
    row = probs.slice(x * size, (x + 1) * size),
    best = row.indexOf(Math.max(...row));
  return {
    logit: `Row “${labels[x]}” of W, column “${labels[place.next]}”: ${four(weights[cell])}.`,
    exp: `exp(${four(weights[cell])}) = ${four(exps[cell])}. All ${size} of the row add up to ${four(sums[x])}.`,
    prob: `${four(exps[cell])} / ${four(sums[x])} = ${four(probs[cell])}. All ${size} of the row add up to 1. Likeliest after “${labels[x]}” is “${labels[best]}” with ${four(row[best])}.`,
  };
}

/** What a cell of W is; many rows belong to no letter of the word. */
export function weightOf({ labels, xs, weights }, { row, next }) {
  const used = xs.includes(row) ? "" : `; no pair begins with “${labels[row]}”, so nothing looks at it`;
  return `W[${row}, ${next}] = ${four(weights[row * labels.length + next])}${used}`;
}

/** The single neuron's number for each pair. */
export function outputsOf({ labels, xs, neuron }) {
  return `xenc @ w, shape (${xs.length}, 1): ${xs.map((x) => `“${labels[x]}” ${four(neuron[x])}`).join(", ")}`;
}

/** Shape and dtypes of the one-hot rows, and why they are those. */
export function typesOf({ labels, xs, types }) {
  const size = labels.length,
    columns =
      types.columns === size
        ? `here all ${size}, but only because the last letter is in the word`
        : `here ${types.columns}, not ${size}, and the product with W would fail`;
  return [
    `Shape (${xs.length}, ${size}): a row for each pair, a column for each letter.`,
    `F, short for torch.nn.functional, makes whole numbers (${types.one_hot}); .float() makes them ${types.as_float}, as W is below: weights are fractions, and torch multiplies like with like only.`,
    `Without num_classes, one_hot makes only as many columns as the ids it sees need: ${columns}.`,
  ].join(" ");
}

/** The loss as the mean that it is. */
export function lossOf({ xs, ys, labels, probs, loss }) {
  const nlls = xs.map((x, i) => four(-Math.log(probs[x * labels.length + ys[i]])));
  const listed = nlls.length > 8 ? [...nlls.slice(0, 3), "…", nlls.at(-1)] : nlls;
  return `(${listed.join(" + ")}) / ${xs.length} = ${four(loss)} nats per character`;
}
