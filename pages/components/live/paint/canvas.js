// What every picture on a canvas needs: a sharp canvas, the theme's colours, a dashed line, the size of letters. No state.

/** A canvas of this size in CSS pixels, sharp on any screen, emptied: its context, width and height. */
export function prepare(canvas, width, height) {
  const ratio = window.devicePixelRatio || 1,
    [w, h] = [Math.round(width * ratio), Math.round(height * ratio)];
  if (canvas.width !== w || canvas.height !== h) {
    Object.assign(canvas, { width: w, height: h });
    canvas.style.height = `${height}px`;
  }
  const ctx = canvas.getContext("2d");
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, height);
  return { ctx, width, height };
}

/** Put text into an element, if it is another one: an unchanged page needs no new layout. Whether it was. */
export function write(element, text) {
  if (element.textContent === text) return false;
  element.textContent = text;
  return true;
}

/** A CSS colour as [red, green, blue]. */
function rgb(ctx, colour) {
  ctx.fillStyle = "#000";
  ctx.fillStyle = colour; // the canvas gives it back as #rrggbb
  return [1, 3, 5].map((i) => parseInt(ctx.fillStyle.slice(i, i + 2), 16));
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
  return { ...colours, name, dark, scale, netScale, difference, background, text, font: value("font") || "sans-serif" };
}

/** 256 colours from the page to the high end of the one-hue scale, packed for ImageData. */
function colourScale(low, high) {
  return Uint32Array.from({ length: 256 }, (_, step) => {
    const [r, g, b] = low.map((channel, i) => Math.round(channel + (high[i] - channel) * (step / 255)));
    return (255 << 24) | (b << 16) | (g << 8) | r;
  });
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

/** Set the font of one letter a slot of this width; gives back how many slots a letter needs, 1 where all fit. */
export function letterFont(ctx, theme, slot, { bold = false, largest = 12, smallest = 8 } = {}) {
  const every = Math.ceil(9 / slot); // where slots are narrower than a letter, every second or third is labelled
  ctx.font = `${bold ? "bold " : ""}${Math.min(largest, Math.max(smallest, slot * every * 0.8))}px ${theme.font}`;
  return every;
}

/** A dashed line, and its colour left as the fill. */
export function dashed(ctx, colour, x1, y1, x2, y2) {
  ctx.strokeStyle = ctx.fillStyle = colour;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([4, 3]);
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
  ctx.setLineDash([]);
}
