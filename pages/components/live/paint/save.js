// Files of what is on the screen: the canvases as a picture, the numbers as a table. No state.

import { fill } from "./format.js";

/** Wire the two buttons of a view that save files. `name(kind)` is the file's name for the kind "png" or "csv"; `title`
 *  with its `places` filled stands over the picture; `rows` are those of the table; `whole` paints what is off the screen.
 * @param {import("../sync/live_view.js").ViewState} S
 * @param {{ name: (kind: string) => string, title: () => string, places?: () => object, rows: () => any[][], whole?: () => void }} what */
export function wireSave(S, { name, title, places = () => ({}), rows, whole = () => {} }) {
  S.root.querySelector(".png").onclick = () => {
    whole();
    const filled = fill(title(), { ...places(), address: location.href });
    savePicture(S.root, { name: name("png"), title: filled, theme: S.theme });
  };
  S.root.querySelector(".csv").onclick = () => saveTable(rows(), name("csv"));
}

/** Save all canvases inside `root` as one PNG, each in its place, on the page's colour, with `title` above them.
 * @param {ParentNode} root
 * @param {{ name: string, title: string, theme: import("./canvas.js").Theme }} options `name` is that of the file */
function savePicture(root, { name, title, theme }) {
  const margin = 16,
    head = 28,
    ratio = window.devicePixelRatio || 1;
  const canvases = [...root.querySelectorAll("canvas")].filter((canvas) => canvas.width && canvas.clientWidth);
  const places = canvases.map((canvas) => canvas.getBoundingClientRect());
  const left = Math.min(...places.map((place) => place.left)),
    top = Math.min(...places.map((place) => place.top));
  const width = Math.max(...places.map((place) => place.right)) - left,
    height = Math.max(...places.map((place) => place.bottom)) - top;
  const picture = document.createElement("canvas");
  Object.assign(picture, { width: (width + 2 * margin) * ratio, height: (height + 2 * margin + head) * ratio });
  const ctx = picture.getContext("2d");
  ctx.scale(ratio, ratio);
  ctx.fillStyle = theme.background;
  ctx.fillRect(0, 0, width + 2 * margin, height + 2 * margin + head);
  ctx.fillStyle = theme.text;
  ctx.font = `14px ${theme.font}`;
  ctx.textBaseline = "top";
  ctx.fillText(title, margin, margin, width);
  ctx.imageSmoothingEnabled = false;
  canvases.forEach((canvas, i) => {
    const { left: x, top: y, width: w, height: h } = places[i];
    ctx.drawImage(canvas, margin + x - left, margin + head + y - top, w, h);
  });
  picture.toBlob((blob) => save(blob, `${name}.png`));
}

/** Save rows as CSV. @param {(string | number)[][]} rows the first has the names of the columns @param {string} name */
export function saveTable(rows, name) {
  save(new Blob([csvOf(rows)], { type: "text/csv" }), `${name}.csv`);
}

/** Rows as CSV. Texts are in quotes where they need them; one that a spreadsheet would run as a formula has a ' before
 *  it.
 * @param {(string | number)[][]} rows */
export function csvOf(rows) {
  const cell = (/** @type {string | number} */ value) => {
    const text = typeof value === "string" && /^[=+\-@]/.test(value) ? `'${value}` : String(value ?? "");
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => row.map(cell).join(",") + "\n").join("");
}

/** The rows of such a table for tables (V * V) by the names of their columns: each pair, and its number in each of them.
 * @param {string[]} labels @param {Object<string, ArrayLike<any>>} columns */
export function pairRows(labels, columns) {
  const pairs = labels.flatMap((previous) => labels.map((next) => [previous, next]));
  return [
    ["previous", "next", ...Object.keys(columns)],
    ...pairs.map((pair, i) => [...pair, ...Object.values(columns).map((values) => values[i])]),
  ];
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
