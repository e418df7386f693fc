// What the forward pass shows, painted from its state alone: pointing, a rerun and a theme change come through here.

import { isStale, prepare, write } from "../../components/live/paint/canvas.js";
import { placeTip } from "../../components/live/paint/cell_pointer.js";
import { decimals, fill, withoutZero } from "../../components/live/paint/format.js";
import { openFolds } from "../../components/live/paint/folds.js";
import { byRoot, bySign, gridLayout, outline, paintCells, paintLetters } from "../../components/live/paint/grid.js";
import { paintBell, paintExp } from "./pictures.js";
import { cellOf, pairOf, stepsOf, sumOf, weightOf } from "./words.js";

const STRONGEST = 3; // a weight of 3 and more has the strongest colour
const PAIRS = 40,
  LETTERS = 20; // pixels at the left, for the names of pairs and for letters

export function paintView(S) {
  const { net: data } = S,
    place = lookedAt(S),
    { stage } = S.page.values;
  if (isStale(S, S.word, place, S.weight, stage, openFolds(S))) {
    showStage(S, stage);
    paintTables(S, place, stage);
    paintFolded(S, place);
    [...S.pairs.children].forEach(({ firstChild }, i) => (firstChild.ariaPressed = String(i === place.example)));
    const sum = sumOf(data, place),
      steps = stepsOf(data, place);
    const pair = { pairs: data.xs.length, pair: pairOf(data, place.example), letter: data.labels[place.next] };
    write(S.where, fill(data.texts.where, { ...place, ...pair }));
    write(S.sum, sum.names);
    write(S.added, sum.numbers);
    for (const step of ["chain", "logit", "exp", "prob"]) write(S[step], steps[step]);
    S.example.value = place.example;
    S.next.value = place.next;
    for (const [i, row] of [...S.right.rows].entries()) row.classList.toggle("chosen", i === place.example);
  }
  const { weights: at } = S.at;
  if (at) placeTip({ hover: S.weight }, S.tip, S.weight ? weightOf(data, S.weight) : "", at.left + at.side);
}

/** Show the panel of one step; the letter matters only where there are columns for it. */
function showStage(S, stage) {
  const shown = S.panels.find(({ dataset }) => dataset.stage === stage),
    wasHidden = shown.hidden;
  for (const panel of S.panels) panel.hidden = panel !== shown;
  if (wasHidden) scrollBelow(S.root.querySelector(".control"), shown);
  S.back.disabled = stage === S.panels[0].dataset.stage;
  S.forth.disabled = stage === S.panels.at(-1).dataset.stage;
  S.example.closest(".place-of").hidden = stage === "pairs"; // there the pairs are buttons
  S.next.parentElement.hidden = S.chain.hidden = !["neurons", "softmax"].includes(stage);
  const painted = stage !== "pairs" && stage !== "loss";
  for (const button of S.root.querySelectorAll(".save :is(.png, .svg)")) button.hidden = !painted;
}

/** If controls that stay at the top of the screen cover the beginning of a panel, scroll to it. */
function scrollBelow(controls, panel) {
  const { bottom } = controls.getBoundingClientRect();
  if (panel.getBoundingClientRect().top >= bottom) return;
  panel.style.scrollMarginTop = `${parseFloat(getComputedStyle(controls).top) + controls.offsetHeight}px`;
  panel.scrollIntoView();
}

/** What is folded: how the weights are drawn, and the curve of exp with the logit that is looked at. */
function paintFolded({ histogram, curve, net, theme }, place) {
  if (histogram.clientWidth) paintBell(prepare(histogram, histogram.clientWidth, 170), { weights: net.weights, theme });
  const logit = net.weights[cellOf(net, place)];
  if (curve.clientWidth) paintExp(prepare(curve, curve.clientWidth, 220), { logit, theme });
}

/** The place that is looked at, pointed at or else picked; of a shorter word or alphabet, the last one there. */
export function lookedAt({ hover, pick, net: { xs, labels } }) {
  const { example, next } = hover ?? pick;
  return { example: Math.min(example, xs.length - 1), next: Math.min(next, labels.length - 1) };
}

function paintTables(S, place, stage) {
  const { net: data, theme, width } = S,
    { labels, xs, ys, weights, exps, probs, neuron } = data,
    size = labels.length,
    signs = bySign(theme.difference, STRONGEST);
  const names = xs.map((_, i) => pairOf(data, i)),
    of = (values) => (i, j) => values[cellOf(data, { example: i, next: j })];
  const strongest = (values) => xs.reduce((most, x) => Math.max(most, ...values.slice(x * size, (x + 1) * size)), 0);
  const rows = { rows: xs.length, high: rowHeight(xs.length, (width - PAIRS) / size), left: PAIRS, widest: 48 };
  const table = (name, layout, cells) => {
    const at = (S.at[name] = gridLayout(cells.width ?? width, { columns: size, right: 2, largest: 12, ...layout }));
    paintTable(S[name], at, { labels, names, place: { row: place.example, next: place.next }, theme, ...cells });
  };
  const numbers = (values, colours, textOf = (value) => decimals(value, 2)) => ({
    colourOf: (i, j) => colours(of(values)(i, j)),
    textOf: (i, j) => textOf(of(values)(i, j)),
  });
  const one = (i, j) => (xs[i] === j ? 1 : 0),
    { example, next } = place,
    five = { ...rows, longest: 5 };
  const hot = { colourOf: (i, j) => (one(i, j) ? theme.grey : null), textOf: one };
  const paintWeights = () => {
    // W itself, all its rows: the one that the one-hot row picks is outlined
    const W = {
        colourOf: (i, j) => signs(weights[i * size + j]),
        textOf: () => "",
        marked: S.weight ? [S.weight] : [],
      },
      room = { width: S.weights.parentElement.clientWidth };
    const small = { left: LETTERS, widest: 24, longest: 5 };
    table("weights", small, { ...W, ...room, names: labels, place: { row: xs[example], next } });
    const single = { colourOf: (_, j) => signs(neuron[j]), textOf: (_, j) => decimals(neuron[j], 2) };
    const flat = { rows: 1, high: 26, left: LETTERS, widest: 48, longest: 5 };
    table("neuron", flat, { ...single, names: ["w"], place: { row: 0, next: xs[example] } });
  };
  if (stage === "one-hot") table("hot", rows, { ...hot, place: { row: example, next: xs[example] } });
  if (stage === "neurons") paintWeights();
  if (stage !== "softmax") return;
  table("logits", five, numbers(weights, signs));
  table("counts", five, numbers(exps, byRoot(theme.netScale, strongest(exps))));
  const marked = xs.map((_, row) => ({ row, next: ys[row] })),
    right = numbers(probs, byRoot(theme.netScale, strongest(probs)), (value) => withoutZero(value, 4));
  table("probs", five, { ...right, marked });
}

/** A table with the row, the column and the cell that are looked at, and the cells that are `marked` for another reason. */
function paintTable(canvas, at, { labels, names, colourOf, textOf, place, marked = [], theme }) {
  const { ctx } = prepare(canvas, at.width, at.height),
    { rows, columns } = at;
  paintCells(ctx, at, { colourOf, textOf, theme });
  paintLetters(ctx, at, { labels, names, ...place, theme });
  outline(ctx, at, { rows, columns }, theme.uniform, 1);
  outline(ctx, at, { row: place.row, columns }, theme.chosen, 1.5);
  ctx.setLineDash([2, 2]);
  outline(ctx, at, { next: place.next, rows }, theme.chosen, 1);
  ctx.setLineDash([]);
  for (const cell of marked) outline(ctx, at, cell, theme.text, 2, 1);
  outline(ctx, at, place, theme.chosen, 3);
}

/** How high a row is where there are so many: a finger finds a few, and many still fit on a screen. */
function rowHeight(rows, cell) {
  return Math.max(13, Math.min(26, Math.max(16, cell), 420 / rows));
}
