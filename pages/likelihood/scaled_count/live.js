// One count scaled: the state, and the events that change it. What it shows is in view.js.

import { tableOf, wireCells } from "../../components/live/paint/cell_pointer.js";
import { makeNumbers } from "../../components/live/paint/metrics.js";
import { meanNll, smoothedProbs } from "../../components/live/model/model.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { setValue } from "../../components/live/sync/page_state.js";
import { paintView } from "./view.js";

export default (args) => mountView(args, { selector: ".scaled", begin, use: useCounts, paint: paintView });

function begin(S) {
  findElements(S, "curve dot message numbers help title scale bars outlines tip");
  S.hover = null;
  const choose = () => S.hover && setValue(S.page, S, "next", S.hover.next);
  wireCells(S.outlines, { ...tableOf(S, choose), row: () => 0 }); // a table of one row
}

/** Other counts: what no hand moves is worked out here, once. */
function useCounts(S) {
  const { counts, labels, shown } = S.data,
    size = (S.size = labels.length);
  S.counts = Float64Array.from(counts);
  S.counted = smoothedProbs(S.counts, size, 0);
  S.n = S.counts.reduce((sum, count) => sum + count, 0);
  S.nll = meanNll(S.counts, S.counted);
  makeNumbers(S.numbers, shown, S.help);
}
