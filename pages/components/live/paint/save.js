// Files of what is on the screen: the canvases as a picture, the numbers as a table. No state.

import { make } from "./elements.js";
import { fill } from "./format.js";
import { imageOf, recordContext, svgOf } from "./svg.js";

const MARGIN = 16,
  HEAD = 28; // CSS pixels around the pictures, and for the line above them

/** Put the buttons that save files at the beginning of the line .save of a view; its data-csv says what the CSV file
 *  holds. `name(kind)` is the file's name for the kind "png" or "csv"; `title` with its `places` filled stands over the
 *  picture; `rows` are those of the CSV file.
 * @param {import("../sync/live_view.js").ViewState} S
 * @param {{ name: (kind: string) => string, title: () => string, places?: () => object, rows: () => any[][] }} what */
export function wireSave(S, { name, title, places = () => ({}), rows }) {
  const line = S.root.querySelector(".save"),
    { data } = S;
  const filled = () => fill(title(), { ...places(), address: location.href });
  const savePng = () => {
    S.paintAll();
    savePicture(S, name("png"), filled());
  };
  const saveSvg = () => save(new Blob([drawnAgain(S, filled())], { type: "image/svg+xml" }), `${name("png")}.svg`);
  const saveCsv = () => saveTable(rows(), name("csv"));
  const button = (className, textContent, title, onclick) =>
    make("button", { type: "button", className, textContent, title, onclick });
  const buttons = [
    button("png", data.shared.png, data.shared.png_help, savePng),
    button("svg", data.shared.svg, data.shared.svg_help, saveSvg),
    button("csv", data.shared.csv, line.dataset.csv, saveCsv),
  ];
  line.prepend(data.shared.save, ...buttons.flatMap((one) => [" ", one]), " ");
}

/** The canvases of a view that can be seen and their headings, each with its place in a picture, and the size of this
 *  picture. */
function layout(S) {
  const seen = (/** @type {string} */ what) => [...S.root.querySelectorAll(what)].filter((one) => one.clientWidth);
  const canvases = seen("canvas").filter((canvas) => canvas.width),
    heads = seen("figure:has(canvas) > figcaption");
  const boxes = [...canvases, ...heads].map((one) => one.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left)),
    top = Math.min(...boxes.map((box) => box.top));
  const places = boxes.map((box) => {
    const { width, height } = box;
    return { x: MARGIN + box.left - left, y: MARGIN + HEAD + box.top - top, width, height };
  });
  const inBold = (/** @type {Element} */ head) => [...head.querySelectorAll("b")].map((b) => b.textContent).join(" ");
  return {
    pieces: canvases.map((canvas, i) => ({ canvas, place: places[i] })),
    heads: heads.map((head, i) => ({ text: inBold(head), ...places[canvases.length + i] })),
    width: Math.max(...boxes.map((box) => box.right)) - left + 2 * MARGIN,
    height: Math.max(...boxes.map((box) => box.bottom)) - top + 2 * MARGIN + HEAD,
  };
}

/** Save all canvases as one PNG, each in its place, on the page's colour, with `title` above them.
 * @param {import("../sync/live_view.js").ViewState} S @param {string} name of the file @param {string} title */
function savePicture(S, name, title) {
  const { theme } = S,
    ratio = window.devicePixelRatio || 1,
    { pieces, heads, width, height } = layout(S);
  const picture = document.createElement("canvas");
  Object.assign(picture, { width: width * ratio, height: height * ratio });
  const ctx = picture.getContext("2d");
  ctx.scale(ratio, ratio);
  ctx.fillStyle = theme.background;
  ctx.fillRect(0, 0, width, height);
  ctx.fillStyle = theme.text;
  ctx.font = `14px ${theme.font}`;
  ctx.textBaseline = "top";
  ctx.fillText(title, MARGIN, MARGIN, width - 2 * MARGIN);
  ctx.font = `600 14px ${theme.font}`;
  for (const head of heads) ctx.fillText(head.text, head.x, head.y, head.width);
  ctx.imageSmoothingEnabled = false;
  for (const { canvas, place } of pieces) ctx.drawImage(canvas, place.x, place.y, place.width, place.height);
  picture.toBlob((blob) => save(blob, `${name}.png`));
}

/** The same as SVG: every canvas is painted again, and what the painters do is written down.
 * @param {import("../sync/live_view.js").ViewState} S @param {string} title */
function drawnAgain(S, title) {
  const { theme } = S,
    canvases = [...S.root.querySelectorAll("canvas")];
  const recorders = canvases.map((canvas, i) => recordContext(canvas.getContext("2d"), `clip-${i}`, theme.background));
  canvases.forEach((canvas, i) => (canvas.getContext = () => recorders[i].context));
  try {
    S.paintAll();
  } finally {
    for (const canvas of canvases) delete canvas.getContext; // that of all canvases is there again
  }
  const { pieces, ...size } = layout(S);
  const drawn = pieces.map(({ canvas, place }) => {
    const { width, height } = canvas;
    const again = recorders[canvases.indexOf(canvas)].svg() ?? { inside: imageOf(canvas), width, height };
    return { ...place, drawn: again };
  });
  return svgOf(drawn, { ...size, title, left: MARGIN, top: MARGIN, theme });
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
