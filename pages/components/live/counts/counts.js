// The table of counts: its state, and the events that change it. What it shows is in view.js.

import { wireCells } from "../cells.js";
import { letGo, take } from "../hand.js";
import { smoothedProbs } from "../model.js";
import { mount } from "../mount.js";
import { cellRows, savePicture, saveTable } from "../save.js";
import { paintView } from "./view.js";

export default (args) => mount(args, { selector: ".counts", begin, use: useCounts, told: () => {}, halt: () => {}, paint: paintView });

function begin(S) {
  for (const name of ["table", "bars", "tip", "title", "scale", "key"]) S[name] = S.root.querySelector(`.${name}`);
  S.hover = null;
  S.root.querySelector(".png").onclick = () => savePicture(S.root, { name: "bigrams", title: `Bigram Lab: ${location.href}`, theme: S.theme });
  S.root.querySelector(".csv").onclick = () => saveTable(cellRows(S.data.labels, S.data.counts, S.probs), "bigrams");
  wireCells(S, S.table, (row) => {
    if (S.data.ends.includes(row)) return; // nothing follows an end
    take(S);
    S.owned.values.row = row;
    letGo(S);
  });
}

function useCounts(S) {
  const { counts, labels } = S.data;
  S.size = labels.length;
  S.probs = smoothedProbs(counts, S.size, 0);
  S.top = counts.reduce((a, b) => Math.max(a, b), 1);
  S.hover = null;
}
