// What every picture on a canvas needs: a sharp canvas, the theme's colours, letters in a row, lines. No state.

const PAPER = 640; // CSS pixels across a page of paper, less its margins

/** A canvas of this size in CSS pixels, sharp on any screen, emptied: its context, width and height. CSS makes it as wide as
 *  its place, and as high as it then has to be: on paper it is smaller, and nothing in it is stretched. */
export function prepare(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1,
    [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  const ctx = canvas.getContext("2d"),
    other = canvas.width !== w || canvas.height !== h;
  if (other) Object.assign(canvas, { width: w, height: h }); // this empties it
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (!other) ctx.clearRect(0, 0, width, height); // only then: on paper, what is cleared is white, and hides what lies below
  return { ctx, width, height };
}

/** Whether what stands still must be painted again: the size, the theme, the data or one of these `values` is another than when this
 *  was last asked. Only then is a width read: while something moves, reading one would lay the page out anew on every frame. */
export function isStale(S, ...values) {
  const still = JSON.stringify([S.width, devicePixelRatio, S.theme.name, S.source, ...values]);
  if (S.still === still) return false;
  S.still = still;
  return true;
}

/** Before the page is printed call `paint(true)`, while `root` is as narrow as paper, and afterwards `paint(false)`: letters are
 *  then large enough there. Gives back a function that ends it. */
export function paintForPaper(root, paint) {
  const before = () => {
    root.style.width = `${Math.min(root.clientWidth, PAPER)}px`;
    paint(true);
    root.style.width = "";
  };
  const after = () => paint(false);
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}

/** Put text into an element, if it is another one: an unchanged page needs no new layout. Whether it was. */
export function write(element, text) {
  if (element.textContent === text) return false;
  element.textContent = text;
  return true;
}

/** Streamlit's theme as colours for the canvas. */
export function readTheme(root, colours) {
  const style = getComputedStyle(root),
    value = (name) => style.getPropertyValue(`--st-${name}`).trim();
  const ctx = document.createElement("canvas").getContext("2d"),
    low = rgb(ctx, value("background-color"));
  const dark = low[0] + low[1] + low[2] < 384,
    end = (name) => rgb(ctx, colours[`${name}_${dark ? "dark" : "light"}`]);
  const scale = colourScale(low, end("high")),
    netScale = colourScale(low, end("net"));
  const difference = Uint32Array.of(...scale.toReversed(), ...netScale); // below 0 the blue one's, above it the orange one's
  const [background, text] = [value("background-color"), value("text-color")],
    name = [background, text].join(); // tells themes apart
  const grey = pack(rgb(ctx, colours.uniform)),
    font = value("font") || "sans-serif";
  return { ...colours, name, dark, scale, netScale, difference, grey, background, text, font };
}

/** A CSS colour as [red, green, blue]. */
function rgb(ctx, colour) {
  ctx.fillStyle = "#000";
  ctx.fillStyle = colour; // the canvas gives it back as #rrggbb
  return [1, 3, 5].map((i) => parseInt(ctx.fillStyle.slice(i, i + 2), 16));
}

/** 256 colours from the page to the high end of the one-hue scale, packed for ImageData. */
function colourScale(low, high) {
  return Uint32Array.from({ length: 256 }, (_, step) =>
    pack(low.map((channel, i) => Math.round(channel + (high[i] - channel) * (step / 255)))),
  );
}

function pack([r, g, b]) {
  return ((255 << 24) | (b << 16) | (g << 8) | r) >>> 0;
}

/** The [red, green, blue] of a packed colour. */
export function channelsOf(packed) {
  return [packed & 255, (packed >> 8) & 255, (packed >> 16) & 255];
}

/** Black or white, whichever stands out more on a colour: always 4.5 : 1 at least. */
export function inkOn(...channels) {
  const [r, g, b] = channels.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? "#000" : "#fff";
}

/** One label a slot (pixels), `placeOf(i)` its middle [x, y]. Where slots are too narrow for a letter, every second or third has
 *  one; the `chosen` one has its own always. No label is wider than `room`, by default that of the slots it stands for. */
export function paintLabels(ctx, theme, { labels, slot, placeOf, chosen = null, room, largest = 12, smallest = 8 }) {
  const every = Math.ceil(9 / slot),
    font = `${Math.min(largest, Math.max(smallest, slot * every * 0.8))}px ${theme.font}`;
  Object.assign(ctx, { textAlign: "center", textBaseline: "middle", font, fillStyle: theme.text });
  const put = (i) => ctx.fillText(labels[i], ...placeOf(i), room ?? slot * every - 1);
  for (let i = 0; i < labels.length; i += every) if (chosen === null || Math.abs(i - chosen) >= every) put(i);
  if (chosen === null) return;
  Object.assign(ctx, { font: `bold ${font}`, fillStyle: theme.chosen });
  put(chosen);
}

/** Some small words at a place: axes, levels and notes are written so. */
export function paintWords(ctx, theme, text, x, y, { align = "left", size = 11, colour = theme.text, room } = {}) {
  Object.assign(ctx, { font: `${size}px ${theme.font}`, textBaseline: "middle", textAlign: align, fillStyle: colour });
  ctx.fillText(text, x, y, room);
}

/** A line through points [x, y]. */
export function paintLine(ctx, points, { colour, width = 1, dash = [] }) {
  Object.assign(ctx, { strokeStyle: colour, lineWidth: width });
  ctx.setLineDash(dash);
  ctx.beginPath();
  for (const [x, y] of points) ctx.lineTo(x, y);
  ctx.stroke();
  ctx.setLineDash([]);
}

/** A dashed line. */
export function paintDashed(ctx, colour, ...points) {
  paintLine(ctx, points, { colour, width: 1.5, dash: [4, 3] });
}

/** A round dot. */
export function paintDot(ctx, colour, x, y, radius) {
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
}
