// Pointing at the cells of a table on a canvas, with a mouse, a finger or the arrow keys. All tables of cells use it.

/** What it needs of a view: `at` is the layout of the table, `size` its columns, `rows` its rows if these are not as
 *  many, `row` where the keys begin if not at the page's value `row`. `hover` is the cell that is pointed at.
 * @typedef {{ at: { left: number, top: number, cell: number, high: number }, size: number, rows?: number,
 *   row?: number, hover: { row: number, next: number, x: number, y: number } | null, ask: () => void,
 *   owned?: any }} Table */

/** Listen to a canvas. `choose(row)` is called for a click, a tap, or Enter on a cell, and for a click on a row's
 *  letter.
 * @param {Table} S @param {HTMLCanvasElement} canvas @param {(row: number) => void} choose */
export function wireCells(S, canvas, choose) {
  const point = (/** @type {Table["hover"]} */ cell) => ((S.hover = cell), S.ask());
  canvas.tabIndex = 0;
  canvas.onpointermove = (event) => event.pointerType === "mouse" && point(cellAt(S, event.offsetX, event.offsetY));
  canvas.onpointerleave = (event) => event.pointerType === "mouse" && point(null); // after a touch the tip stays
  canvas.onblur = () => point(null);
  canvas.onclick = (event) => {
    const row = Math.floor((event.offsetY - S.at.top) / S.at.high);
    if (row < 0 || row >= rowsOf(S)) return;
    point(cellAt(S, event.offsetX, event.offsetY));
    choose(row);
  };
  canvas.onkeydown = (event) => {
    const step = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] }[event.key];
    if (step) point(neighbour(S, step));
    else if ((event.key === "Enter" || event.key === " ") && S.hover) choose(S.hover.row);
    else return;
    event.preventDefault();
  };
}

/** Put the tip with this text beside the cell that is pointed at, inside `width`; hide it if there is no cell.
 * @param {Pick<Table, "hover">} S @param {HTMLElement} tip @param {string} text @param {number} width */
export function placeTip(S, tip, text, width) {
  if (tip.hidden === Boolean(S.hover)) tip.hidden = !S.hover;
  if (!S.hover) return;
  if (tip.textContent !== text) tip.textContent = text;
  const { x, y } = S.hover,
    left = Math.min(x + 12, width - tip.offsetWidth);
  Object.assign(tip.style, { left: `${Math.max(0, left)}px`, top: `${y + 16}px` });
}

function cellAt(S, x, y) {
  const { at, size } = S,
    row = Math.floor((y - at.top) / at.high),
    next = Math.floor((x - at.left) / at.cell);
  return row >= 0 && row < rowsOf(S) && next >= 0 && next < size ? { row, next, x, y } : null;
}

/** The cell next to the one that is pointed at; without one, the first cell of the chosen row. */
function neighbour(S, [down, right]) {
  const { at, size, hover } = S,
    inside = (i, end) => Math.min(end - 1, Math.max(0, i));
  const row = hover ? inside(hover.row + down, rowsOf(S)) : (S.row ?? S.page.values.row),
    next = hover ? inside(hover.next + right, size) : 0;
  return { row, next, x: at.left + (next + 0.5) * at.cell, y: at.top + (row + 0.5) * at.high };
}

function rowsOf(S) {
  return S.rows ?? S.size;
}
