// The forward pass: which step, which pair and which letter are looked at, and the events that change it. What it shows is in view.js.

import { writeMarked } from "../../components/live/paint/marked.js";
import { wireCells } from "../../components/live/paint/cell_pointer.js";
import { wordsOf } from "../../components/live/model/words.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { setValue } from "../../components/live/sync/page_state.js";
import { wireSave } from "../../components/live/paint/save.js";
import { lookedAt, paintView } from "./view.js";
import { cellOf, four, lossOf, outputsOf, pairOf, randnOf, tensorsOf, typesOf } from "./words.js";

const ELEMENTS =
  "back forth play pairs tensors chain example next hot types neuron outputs weights tip where sum added histogram randn " +
  "logits logit counts exp probs prob curve right loss png";
const PLAY_MS = 5000; // of each step, to read it
const FIRST = { example: 3, next: 13 }; // the lecture's (xenc @ W)[3, 13]

export default (args) =>
  mountView(args, { selector: ".forward", begin, use: (S) => (S.word = null), halt: stop, paint });

function begin(S) {
  findElements(S, ELEMENTS);
  Object.assign(S, { at: {}, pick: FIRST, hover: null, weight: null, timer: 0 });
  S.panels = [...S.root.querySelectorAll("[data-stage]")];
  S.folds = [...S.root.querySelectorAll("details")];
  for (const fold of S.folds) fold.ontoggle = () => S.ask(); // what is folded away has no width yet
  S.back.onclick = () => (stop(S), walk(S, -1));
  S.forth.onclick = () => (stop(S), walk(S, 1));
  S.play.onclick = () => (S.timer ? stop(S) : play(S));
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

/** Go on or back to another step. False if there is none. */
function walk(S, steps) {
  const stages = S.panels.map(({ dataset }) => dataset.stage),
    to = stages[stages.indexOf(S.page.values.stage) + steps];
  if (to) setValue(S.page, S, "stage", to);
  return Boolean(to);
}

/** Show one step after the other, from the first if the last is shown. */
function play(S) {
  if (S.page.values.stage === S.panels.at(-1).dataset.stage) walk(S, 1 - S.panels.length);
  S.label = S.play.textContent;
  S.play.textContent = S.data.stop;
  S.timer = setInterval(() => walk(S, 1) || stop(S), PLAY_MS);
}

function stop(S) {
  if (!S.timer) return;
  clearInterval(S.timer);
  S.timer = 0;
  S.play.textContent = S.label;
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
function paint(S) {
  const word = S.page.values.word.split(" ")[0];
  if (S.word !== word) {
    S.word = word;
    S.net = netOf(S, word);
    usePass(S, S.net);
  }
  paintView(S);
}

/** What Python has worked out; of a word that it does not know yet, the rows of the same W, and their loss. */
function netOf({ data }, word) {
  const [ids] = word === data.word ? [] : (wordsOf(word, data.labels, data.limits) ?? []);
  if (!ids) return data;
  const net = { ...data, xs: ids.slice(0, -1), ys: ids.slice(1) },
    nlls = net.ys.map((next, example) => -Math.log(data.probs[cellOf(net, { example, next })]));
  net.loss = nlls.reduce((sum, nll) => sum + nll, 0) / nlls.length;
  net.types = { ...data.types, columns: Math.max(...net.xs) + 1 };
  return net;
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
  const cells = (texts) => texts.map((text) => Object.assign(document.createElement("td"), { textContent: text }));
  const lines = data.ys.map((next, example) => {
    const p = data.probs[cellOf(data, { example, next })],
      row = document.createElement("tr");
    row.append(...cells([pairOf(data, example), four(p), four(Math.log(p)), four(-Math.log(p))]));
    return row;
  });
  S.right.replaceChildren(...lines);
}

/** A pair of the word as a button: its letters, and their ids. */
function pairButton(S, x, y, example) {
  const make = (tag, textContent) => Object.assign(document.createElement(tag), { textContent }),
    button = make("button", ""),
    place = document.createElement("li");
  button.type = "button";
  button.append(make("b", pairOf(S.net, example, " → ")), make("small", `${x} → ${y}`));
  button.onclick = () => pick(S, { ...lookedAt(S), example });
  place.append(button);
  return place;
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
