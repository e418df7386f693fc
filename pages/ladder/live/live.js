// What comes next: the state, and the events that change it. What it shows is in view.js.

import { wireCells } from "../../components/live/paint/cell_pointer.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { paintView } from "./view.js";

export default (args) => mountView(args, { selector: ".ladder", begin, paint: paintView });

function begin(S) {
  findElements(S, "table tip caption said");
  S.hover = null;
  const point = (cell) => ((S.hover = cell), S.ask());
  wireCells(S.table, { layout: () => S.at, hover: () => S.hover, point, row: () => 0, choose: () => {} });
}
