// Several tables of squares beside each other, of one size and over the same pairs: pointing at one points at all.

import { prepare } from "./canvas.js";
import { wireCells } from "./cell_pointer.js";
import { paintFrame, placeCanvas, squaresLayout } from "./grid.js";

/** Make the canvases of each figure [data-table] in S.root: S.tables has them by name, `cells` for the colours and `frame`, over
 *  them, for what stands still. `choose(row)` is called for a click on a cell, which S.cell then is. */
export function makeTables(S, choose) {
  S.tables = {};
  for (const figure of S.root.querySelectorAll("[data-table]")) {
    const place = document.createElement("div"),
      [cells, frame] = ["cells", "table"].map((name) =>
        Object.assign(document.createElement("canvas"), { className: name }),
      );
    place.className = "place";
    cells.ariaHidden = "true";
    frame.setAttribute("role", "application");
    frame.setAttribute("aria-roledescription", "table");
    frame.setAttribute(
      "aria-label",
      `${figure.querySelector("b").textContent}. Arrow keys go from cell to cell, Enter chooses the cell and its row.`,
    );
    place.append(cells, frame);
    figure.append(place);
    S.tables[figure.dataset.table] = { cells, frame };
    wireCells(S, frame, (row) => {
      S.cell = S.hover && { ...S.hover };
      choose(row);
    });
  }
}

/** Lay them out anew and paint what stands still over them; reads widths, so only where something of it has changed. */
export function paintFrames(S, cell) {
  const frames = Object.values(S.tables),
    width = frames[0].frame.clientWidth,
    at = (S.at = squaresLayout(width, S.size));
  for (const { cells, frame } of frames) {
    placeCanvas(cells, at.left, at.top, at.side, at.side);
    paintFrame(prepare(frame, width, at.height).ctx, at, {
      size: S.size,
      labels: S.data.labels,
      row: S.owned.values.row,
      hover: cell,
      theme: S.theme,
    });
  }
}
