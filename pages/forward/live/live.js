// The forward pass: which step, which pair and which letter are looked at, and the events that change it. What it shows is in view.js.

import { make } from "../../components/live/paint/elements.js";
import { writeMarked } from "../../components/live/paint/marked.js";
import { wireCells } from "../../components/live/paint/cell_pointer.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { endShow, playOn, wireSteps } from "../../components/live/sync/steps.js";
import { watchFolds } from "../../components/live/paint/folds.js";
import { wireSave } from "../../components/live/paint/save.js";
import { lookedAt, paintView } from "./view.js";
import { cellOf, four, lossOf, outputsOf, pairOf, randnOf, tensorsOf, typesOf } from "./words.js";
import { netOf } from "./work.js";

const ELEMENTS =
  "back forth play pairs tensors chain example next hot types neuron outputs weights tip where sum added histogram randn " +
  "logits logit counts exp probs prob curve right loss";
const PLAY_MS = 5000; // of each step, to read it
const FIRST = { example: 3, next: 13 }; // the lecture's (xenc @ W)[3, 13]

export default (args) =>
  mountView(args, { selector: ".forward", begin, use: (S) => (S.word = null), halt: endShow, paint });

function begin(S) {
  findElements(S, ELEMENTS);
  Object.assign(S, { at: {}, pick: FIRST, hover: null, weight: null, forward: S.forth });
  S.panels = [...S.root.querySelectorAll("[data-stage]")];
  watchFolds(S);
  const stages = S.panels.map(({ dataset }) => dataset.stage);
  wireSteps(S, { name: "stage", ms: PLAY_MS, last: () => stages.length, stages });
  wire(S, "hot", {
    to: ({ row }) => ({ example: row, next: lookedAt(S).next }),
    from: ({ example }) => ({ row: example, next: S.net.xs[example] }),
  });
  for (const name of ["logits", "counts", "probs"])
    wire(S, name, {
      to: ({ row, next }) => ({ example: row, next }),
      from: ({ example, next }) => ({ row: example, next }),
    });
  wire(S, "weights", {
    to: ({ row, next }) => ({ example: exampleOf(S, row), next }),
    from: ({ example, next }) => S.weight ?? { row: S.net.xs[example], next },
  });
  for (const name of ["example", "next"]) S[name].onchange = () => pick(S, { ...lookedAt(S), [name]: +S[name].value });
  wireSave(S, { name: () => "forward-pass", title: () => S.data.texts.title, rows: () => passRows(S.net) });
}

/** Let the cells of a table be pointed at and picked. `to` makes a place of its cell, `from` a cell of a place. */
function wire(S, name, { to, from }) {
  const point = (cell) => {
    S.hover = cell && to(cell);
    S.weight = name === "weights" ? cell : null;
    S.ask();
  };
  const choose = (row) => pick(S, S.hover ?? to({ row, next: S.pick.next }));
  wireCells(S[name], { layout: () => S.at[name], hover: () => from(lookedAt(S)), point, row: () => 0, choose });
}

/** The first pair whose letter before is this row of W; where there is none, the one that is looked at. */
function exampleOf(S, row) {
  const { xs } = S.net,
    now = S.pick.example;
  return xs[now] === row || !xs.includes(row) ? now : xs.indexOf(row);
}

function pick(S, place) {
  Object.assign(S, { pick: place, hover: null });
  S.ask();
}

/** Another word or other weights: what is said of them is written once. */
function paint(S, now) {
  playOn(S, now);
  const { word } = S.page.values;
  if (S.word !== word) {
    S.word = word;
    S.net = netOf(S, word);
    usePass(S, S.net);
  }
  paintView(S);
}

function usePass(S, data) {
  const n = data.xs.length;
  Object.assign(S, { hover: null, weight: null, pick: { ...S.pick, example: Math.min(S.pick.example, n - 1) } });
  S.example.replaceChildren(...data.xs.map((_, i) => new Option(`${i}: ${pairOf(data, i)}`, i)));
  S.next.replaceChildren(...data.labels.map((label, j) => new Option(`${j}: ${label}`, j)));
  for (const place of S.root.querySelectorAll(".n")) place.textContent = n;
  S.types.textContent = typesOf(data);
  S.randn.textContent = randnOf(data);
  tensorsOf(data).forEach((text, i) => writeMarked(S.tensors.children[i], text));
  S.pairs.replaceChildren(...data.xs.map((x, i) => pairButton(S, x, data.ys[i], i)));
  S.outputs.textContent = outputsOf(data);
  S.loss.textContent = lossOf(data);
  const lines = data.ys.map((next, example) => {
    const p = data.probs[cellOf(data, { example, next })],
      cells = [pairOf(data, example), four(p), four(Math.log(p)), four(-Math.log(p))];
    return make("tr", {}, ...cells.map((text) => make("td", {}, text)));
  });
  S.right.replaceChildren(...lines);
}

/** A pair of the word as a button: its letters, and their ids. */
function pairButton(S, x, y, example) {
  const onclick = () => pick(S, { ...lookedAt(S), example }),
    texts = [make("b", {}, pairOf(S.net, example, " → ")), make("small", {}, `${x} → ${y}`)];
  return make("li", {}, make("button", { type: "button", onclick }, ...texts));
}

/** Every pair of the word with each letter that may come next, and its three numbers. */
function passRows(data) {
  const rows = data.xs.flatMap((x, example) =>
    data.labels.map((label, next) => {
      const cell = cellOf(data, { example, next }),
        numbers = [data.weights, data.exps, data.probs].map((values) => values[cell]);
      return [example, data.labels[x], label, ...numbers, next === data.ys[example] ? 1 : 0];
    }),
  );
  return [["example", "previous", "next", "logit", "count", "prob", "right"], ...rows];
}
