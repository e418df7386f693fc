// What every picture on a canvas needs: a sharp canvas, the theme's colours, letters in a row, lines. No state, but for
// whether the page is being printed, and the height of the window.

import { make } from "./elements.js";

const PAPER = 700, // CSS pixels across a page of A4, less the margins of paper.css
  NARROWEST = 9.5, // pixels: the narrowest slot that has a label
  SHARP = 4, // canvas pixels in a CSS pixel of paper
  THINNED = 10; // pixels: the font of labels where not every slot has one
let printing = false,
  windowHeight = globalThis.innerHeight; // a table can be as wide as the window is high. On a phone, reading it lays out the page
globalThis.addEventListener?.("resize", () => (windowHeight = innerHeight)); // Node has none
const WIDEST = new WeakMap(); // the widest of an array of labels, by font

/** The colours that Python sends, COLOURS in __init__.py, as CSS.
 * @typedef {{ counted: string, net: string, uniform: string, chosen: string, high_light: string, high_dark: string,
 *   net_light: string, net_dark: string }} Colours */

/** What readTheme gives: CSS colours; packed colours, which are numbers for ImageData; the font. `scale` (256) is blue,
 *  `netScale` (256) orange, `difference` (512) goes from blue to orange.
 * @typedef {Colours & { name: string, dark: boolean, background: string, text: string, font: string, grey: number,
 *   channels: { chosen: number[], background: number[] }, scale: Uint32Array, netScale: Uint32Array, difference: Uint32Array }} Theme */

/** Set a canvas to this size in CSS pixels, sharp on any screen, and clear it. CSS gives it the width of its container
 *  and keeps its shape: on paper it is smaller, and not stretched.
 * @param {HTMLCanvasElement} canvas @param {number} width @param {number} height */
export function prepare(canvas, width, height) {
  // Chromium prints a canvas at a scale in 64ths, rounded down: half a pixel less, or it is printed at 15/64 and not 1/4
  const ratio = printing ? SHARP * (1 - 0.5 / width) : window.devicePixelRatio || 1,
    [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  const ctx = canvas.getContext("2d"),
    other = canvas.width !== w || canvas.height !== h;
  if (other) Object.assign(canvas, { width: w, height: h }); // this empties it
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (!other) ctx.clearRect(0, 0, width, height); // only then: on paper a cleared area is white and hides what is below
  return { ctx, width, height };
}

/** True until the guess of the page is made, or *Show me* is pressed. */
export function isGuessing(S) {
  return !S.root.classList.contains("guessed");
}

/** True if the size, the height of the window, the theme, the data, what a guess hides or one of these `values` has
 *  changed since then: the parts of a picture that do not move must then be painted again. Only then may a width be read:
 *  during a drag, reading one would make the browser lay out the page on every frame. */
export function isStale(S, ...values) {
  const still = JSON.stringify([
    S.width,
    windowHeight,
    devicePixelRatio,
    S.theme.name,
    S.source,
    isGuessing(S),
    ...values,
  ]);
  if (S.still === still) return false;
  S.still = still;
  return true;
}

/** Call `paint(true)` before the page is printed, while `root` is as narrow as paper and has the colours of paper (see
 *  print.css); and `paint(false)` afterwards. Returns a function that ends this.
 * @param {HTMLElement} root @param {(onPaper: boolean) => void} paint */
export function paintForPaper(root, paint) {
  const print = (/** @type {boolean} */ onPaper) => {
    printing = onPaper;
    root.classList.toggle("on-paper", onPaper);
    root.style.width = onPaper ? `${Math.min(root.clientWidth, PAPER)}px` : "";
    paint(onPaper);
    if (onPaper) root.querySelectorAll("canvas").forEach(enlarge);
  };
  const before = () => print(true),
    after = () => print(false);
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}

/** Give a canvas of few pixels, which CSS stretches, as many as paper shows: some readers of PDF blur the few.
 * @param {HTMLCanvasElement} canvas */
function enlarge(canvas) {
  const [width, height] = [canvas.clientWidth, canvas.clientHeight].map((pixels) => (pixels - 0.5) * SHARP);
  if (getComputedStyle(canvas).imageRendering !== "pixelated" || width < 0) return;
  const few = make("canvas", { width: canvas.width, height: canvas.height });
  few.getContext("2d").drawImage(canvas, 0, 0);
  Object.assign(canvas, { width, height });
  const ctx = canvas.getContext("2d");
  ctx.imageSmoothingEnabled = false;
  ctx.drawImage(few, 0, 0, width, height);
}

/** Set the text of an element if it is different: an unchanged page needs no new layout. True if it was different.
 * @param {Node} element @param {string} text */
export function write(element, text) {
  if (element.textContent === text) return false;
  element.textContent = text;
  return true;
}

/** Streamlit's theme as colours for the canvas. @param {Element} root @param {Colours} colours @returns {Theme} */
export function readTheme(root, colours) {
  const style = getComputedStyle(root),
    value = (name) => style.getPropertyValue(`--st-${name}`).trim();
  const ctx = document.createElement("canvas").getContext("2d"),
    low = rgb(ctx, value("background-color"));
  const dark = low[0] + low[1] + low[2] < 384,
    end = (/** @type {"high" | "net"} */ name) => rgb(ctx, colours[`${name}_${dark ? "dark" : "light"}`]);
  const scale = colourScale(low, end("high")),
    netScale = colourScale(low, end("net"));
  const difference = Uint32Array.of(...scale.toReversed(), ...netScale); // blue below 0, orange above
  const [background, text] = [value("background-color"), value("text-color")],
    name = [background, text].join(); // different for each theme
  const grey = pack(rgb(ctx, colours.uniform)),
    font = value("font") || "sans-serif";
  const channels = { background: low, chosen: rgb(ctx, colours.chosen) };
  return { ...colours, name, dark, scale, netScale, difference, grey, channels, background, text, font };
}

/** A CSS colour as [red, green, blue]. @param {CanvasRenderingContext2D} ctx @param {string} colour */
function rgb(ctx, colour) {
  ctx.fillStyle = "#000";
  ctx.fillStyle = colour; // read back, it is #rrggbb
  const hex = String(ctx.fillStyle);
  return [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
}

/** 256 packed colours, from that of the page to the high end of the one-hue scale.
 * @param {number[]} low @param {number[]} high */
function colourScale(low, high) {
  return Uint32Array.from({ length: 256 }, (_, step) =>
    pack(low.map((channel, i) => Math.round(channel + (high[i] - channel) * (step / 255)))),
  );
}

/** @param {number[]} colour red, green and blue */
function pack([r, g, b]) {
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

/** The [red, green, blue] of a packed colour. @param {number} packed @returns {[number, number, number]} */
export function channelsOf(packed) {
  return [packed & 255, (packed >> 8) & 255, (packed >> 16) & 255];
}

/** Black or white, whichever is easier to read on a colour [red, green, blue]: the contrast is always at least 4.5 : 1.
 * @param {...number} channels */
export function inkOn(...channels) {
  const [r, g, b] = channels.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000" : "#fff";
}

/** Labels, one for each slot; `placeOf(i)` is the middle [x, y] of the i-th. Where slots are too narrow for the widest,
 *  only every second, third ... slot has its label, and always the `chosen` one. `slot` is the width of a slot;
 *  with `room`, the largest width of a label, they stand one below the other and `slot` is the height. `largest` and
 *  `smallest` limit the font size, and no label goes beyond `end`: it is left out, or the chosen
 *  one moved; all in pixels.
 * @param {CanvasRenderingContext2D} ctx @param {Theme} theme
 * @param {{ labels: string[], slot: number, placeOf: (i: number) => number[], chosen?: number | null, room?: number,
 *   largest?: number, smallest?: number, end?: number }} options */
export function paintLabels(ctx, theme, options) {
  const { labels, slot, placeOf, chosen = null, room, largest = 12, smallest = 8, end = Infinity } = options;
  if (slot <= 0) return; // the canvas is hidden, and has no width
  const fontOf = (/** @type {number} */ size) => `${size}px ${theme.font}`,
    fitted = Math.min(largest, Math.max(smallest, slot * 0.8));
  Object.assign(ctx, { textAlign: "center", textBaseline: "middle", font: fontOf(fitted), fillStyle: theme.text });
  const thinned = slot < NARROWEST || (!room && widest(ctx, labels) > slot),
    pixels = thinned ? THINNED : fitted,
    font = fontOf(pixels);
  ctx.font = font;
  const needed = () => (room ? 1.2 * pixels : Math.max(NARROWEST, widest(ctx, labels) + 1)),
    every = thinned ? Math.ceil(needed() / slot) : 1;
  const most = room ?? slot * every - 1,
    beyond = (/** @type {number} */ i) => {
      const edge = end - placeOf(i)[0];
      return edge > most / 2 ? 0 : Math.max(0, Math.min(most, ctx.measureText(labels[i]).width) / 2 - edge);
    };
  const put = (/** @type {number} */ i, moved = 0) => {
    const [x, y] = placeOf(i);
    ctx.fillText(labels[i], x - moved, y, most);
  };
  const moved = chosen === null ? 0 : beyond(chosen),
    near = every + Math.ceil(moved / slot); // slots that the chosen one needs on each side
  for (let i = 0; i < labels.length; i += every)
    if ((chosen === null || Math.abs(i - chosen) >= near) && !beyond(i)) put(i);
  if (chosen === null) return;
  Object.assign(ctx, { font: `bold ${font}`, fillStyle: theme.chosen });
  put(chosen, moved);
}

/** The width of the widest letter in the font of the canvas, measured once for each font. A longer label, as "ZWJ", is
 *  made narrower: for one of them the others need not stand farther apart. */
function widest(ctx, labels) {
  if (!WIDEST.has(labels)) WIDEST.set(labels, {});
  const known = WIDEST.get(labels),
    wide = (label) => ([...label].length > 2 ? 0 : ctx.measureText(label).width);
  return (known[ctx.font] ??= labels.reduce((most, label) => Math.max(most, wide(label)), 0));
}

/** A small text at a place, as on axes, at levels and in notes. `room` is its largest width in pixels.
 * @param {CanvasRenderingContext2D} ctx @param {Theme} theme @param {string} text @param {number} x
 * @param {number} y @param {{ align?: string, size?: number, colour?: string, room?: number }} [options] */
export function paintWords(ctx, theme, text, x, y, { align = "left", size = 11, colour = theme.text, room } = {}) {
  Object.assign(ctx, { font: `${size}px ${theme.font}`, textBaseline: "middle", textAlign: align, fillStyle: colour });
  ctx.fillText(text, x, y, room);
}

/** A line through points [x, y].
 * @param {CanvasRenderingContext2D} ctx @param {number[][]} points
 * @param {{ colour: string, width?: number, dash?: number[] }} options */
export function paintLine(ctx, points, { colour, width = 1, dash = [] }) {
  Object.assign(ctx, { strokeStyle: colour, lineWidth: width });
  ctx.setLineDash(dash);
  ctx.beginPath();
  for (const [x, y] of points) ctx.lineTo(x, y);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** A dashed line through points [x, y].
 * @param {CanvasRenderingContext2D} ctx @param {string} colour @param {...number[]} points */
export function paintDashed(ctx, colour, ...points) {
  paintLine(ctx, points, { colour, width: 1.5, dash: [4, 3] });
}

/** A round dot.
 * @param {CanvasRenderingContext2D} ctx @param {string} colour @param {number} x @param {number} y
 * @param {number} radius */
export function paintDot(ctx, colour, x, y, radius) {
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
}

/** The head of an arrow: its tip is at x and y, its base `right` and `down` before the tip, `half` wide on each side.
 * @param {CanvasRenderingContext2D} ctx @param {string} colour @param {number} x @param {number} y
 * @param {{ right?: number, down?: number, half: number }} size one of `right` and `down` is 0 */
export function paintArrowHead(ctx, colour, x, y, { right = 0, down = 0, half }) {
  const [across, along] = right ? [0, half] : [half, 0];
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.moveTo(x, y);
  for (const side of [-1, 1]) ctx.lineTo(x - right + side * across, y - down + side * along);
  ctx.fill();
}
