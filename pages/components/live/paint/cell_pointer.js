// Pointing at the cells of a table on a canvas, with a mouse, a finger or the arrow keys; and pages with several tables.

import { prepare } from "./canvas.js";
import { make } from "./elements.js";
import { isFolded } from "./folds.js";
import { fill } from "./format.js";
import { gridLayout, paintFrame, placeCanvas } from "./grid.js";

/** A cell that is pointed at, and where, in pixels from the corner of the canvas.
 * @typedef {{ row: number, next: number, x: number, y: number }} Cell */

/** A table of cells: `layout()` is where its cells are; `hover()` is the cell that is pointed at, and `point(cell)` sets
 *  it; `row()` is the row where the keys begin. `choose(row)` is called for a click, a tap, or Enter on a cell, and for a
 *  click on the letter of a row.
 * @typedef {{ layout: () => { left: number, top: number, cell: number, high: number, rows: number, columns: number },
 *   hover: () => Cell | null, point: (cell: Cell | null) => void, row: () => number,
 *   choose: (row: number) => void }} Table */

/** The table at S.at, whose cell S.hover is pointed at.
 * @param {import("../sync/live_view.js").ViewState} S @param {(row: number) => void} choose @returns {Table} */
export function tableOf(S, choose) {
  const point = (cell) => ((S.hover = cell), S.ask());
  return { layout: () => S.at, hover: () => S.hover, point, row: () => S.page.values.row, choose };
}

/** Listen to the canvas of a table. @param {HTMLCanvasElement} canvas @param {Table} table */
export function wireCells(canvas, table) {
  const { point, choose, hover } = table;
  canvas.tabIndex = 0;
  canvas.onpointermove = (event) => event.pointerType === "mouse" && point(cellAt(table, event));
  canvas.onpointerleave = (event) => event.pointerType === "mouse" && point(null); // after a touch the tip stays
  canvas.onblur = () => point(null);
  canvas.onclick = (event) => {
    const { top, high, rows } = table.layout(),
      row = Math.floor((event.offsetY - top) / high);
    if (row < 0 || row >= rows) return;
    point(cellAt(table, event));
    choose(row);
  };
  canvas.onkeydown = (event) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (step) point(neighbour(table, step));
    else if ((event.key === "Enter" || event.key === " ") && hover()) choose(hover().row);
    else return;
    event.preventDefault();
  };
}

/** Put the tip with this text beside the cell that is pointed at, inside `width`; hide it if there is no cell.
 * @param {{ hover: Cell | null }} S @param {HTMLElement} tip @param {string} text @param {number} width */
export function placeTip({ hover }, tip, text, width) {
  if (tip.hidden === Boolean(hover)) tip.hidden = !hover;
  if (!hover) return;
  if (tip.textContent !== text) tip.textContent = text;
  const left = Math.min(hover.x + 12, width - tip.offsetWidth);
  Object.assign(tip.style, { left: `${Math.max(0, left)}px`, top: `${hover.y + 16}px` });
}

function cellAt(table, { offsetX: x, offsetY: y }) {
  const { left, top, cell, high, rows, columns } = table.layout(),
    row = Math.floor((y - top) / high),
    next = Math.floor((x - left) / cell);
  return row >= 0 && row < rows && next >= 0 && next < columns ? { row, next, x, y } : null;
}

/** The cell next to the one that is pointed at; without one, the first cell of the row where the keys begin. */
function neighbour(table, [down, right]) {
  const { left, top, cell, high, rows, columns } = table.layout(),
    hover = table.hover(),
    inside = (i, end) => Math.min(end - 1, Math.max(0, i));
  const row = hover ? inside(hover.row + down, rows) : table.row(),
    next = hover ? inside(hover.next + right, columns) : 0;
  return { row, next, x: left + (next + 0.5) * cell, y: top + (row + 0.5) * high };
}

/** Make the canvases of each figure [data-table] in S.root: S.tables has them by name, `cells` for the colours, `frame`
 *  over them for what does not move, and `tip`. A click on a cell puts it in S.cell and calls `choose(row)`. */
export function makeTables(S, choose) {
  S.tables = {};
  for (const figure of S.root.querySelectorAll("[data-table]")) {
    const cells = make("canvas", { className: "cells", ariaHidden: true }),
      frame = make("canvas", { className: "table", role: "application", ariaRoleDescription: "table" }),
      tip = make("div", { className: "tip", role: "status", hidden: true }),
      place = make("div", { className: "place" }, cells, frame, tip),
      caption = figure.querySelector("figcaption");
    caption.after(place);
    const { table: name, label = "" } = figure.dataset;
    S.tables[name] = { cells, frame, tip, label, title: caption.querySelector("b").textContent };
    const table = tableOf(S, (row) => {
      S.cell = S.hover && { ...S.hover };
      choose(row);
    });
    wireCells(frame, table);
  }
}

/** Lay out the tables that are not in a closed part, which all have the same size and the same pairs, and paint what lies
 *  over them. It reads a width, so call it only when something has changed (see isStale). */
export function paintTables(S, cell) {
  const frames = Object.values(S.tables).filter(({ frame }) => !isFolded(frame) && frame.clientWidth); // not those of an answer
  if (!frames.length) return;
  const at = (S.at = gridLayout(frames[0].frame.clientWidth, { columns: S.size }));
  for (const { cells, frame, label, title } of frames) {
    frame.ariaLabel = label || fill(S.data.shared.table_alt, { title });
    placeCanvas(cells, at);
  }
  // Set all sizes first: a text on a canvas makes the browser lay out the page again if a size has changed.
  for (const { ctx } of frames.map(({ frame }) => prepare(frame, at.width, at.height)))
    paintFrame(ctx, at, { labels: S.data.labels, row: S.page.values.row, hover: cell, theme: S.theme });
}
