// What comes next: the state, and the events that change it. What it shows is in view.js.

import { wireCells } from "../../components/live/paint/cell_pointer.js";
import { entryOf } from "../../components/live/model/near_beginnings.js";
import { wireSave } from "../../components/live/paint/save.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { paintView } from "./view.js";

export default (args) => mountView(args, { selector: ".ladder", begin, paint: paintView });

function begin(S) {
  findElements(S, "table tip caption said");
  S.hover = null;
  const point = (cell) => ((S.hover = cell), S.ask());
  wireCells(S.table, { layout: () => S.at, hover: () => S.hover, point, row: () => 0, choose: () => {} });
  wireSave(S, {
    name: () => "what-comes-next",
    title: () => S.data.texts.title,
    places: () => ({ beginning: S.page.values.beginning || "." }),
    rows: () => rowsOf(S),
  });
}

/** Each model with the probability of each next letter, for the CSV file. */
function rowsOf({ data, now, page }) {
  const { rows } = entryOf(now.numbers, page.values.beginning);
  const cells = data.models.flatMap((model, row) => data.labels.map((next, i) => [model, next, rows[row][i]]));
  return [["model", "next", "prob"], ...cells];
}
