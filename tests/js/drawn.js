// A picture as SVG, painted by our painters on a canvas that is none: it has what the recorder reads.

import { paintBars, paintBarLabels } from "../../pages/components/live/paint/bars.js";
import { paintCurve, paintPoint, plotLayout } from "../../pages/components/live/paint/plot.js";
import { recordContext, svgOf } from "../../pages/components/live/paint/svg.js";

export const theme = {
  text: "#000",
  chosen: "#f00",
  uniform: "#888",
  background: "#fff",
  font: '"Source Sans", sans-serif',
};
const METHODS = "arc beginPath clearRect clip fill fillRect fillText lineTo moveTo rect putImageData restore save";

/** A context of a canvas of 300 * 100 pixels; a letter is 10 wide. */
function fake() {
  const canvas = { width: 300, height: 100, toDataURL: () => "data:image/png;base64,AA==" };
  const ctx = {
    canvas,
    globalAlpha: 1,
    fillStyle: "#000",
    strokeStyle: "#000",
    lineWidth: 1,
    font: "12px sans",
    dash: [],
  };
  for (const name of `${METHODS} setTransform stroke strokeRect`.split(" ")) ctx[name] = () => {};
  return Object.assign(ctx, {
    setLineDash: (dash) => (ctx.dash = dash),
    getLineDash: () => ctx.dash,
    measureText: (text) => ({ width: 10 * text.length }),
  });
}

/** The file for what `painter(ctx)` paints, under this title. */
export function fileOf(title, painter) {
  const { context, svg } = recordContext(fake(), "clip-0", theme.background);
  painter(context);
  const page = { width: 332, height: 160, title, left: 16, top: 16, theme };
  return svgOf([{ x: 16, y: 44, width: 300, height: 100, drawn: svg() }], {
    ...page,
    heads: [{ text: "A < B", x: 16, y: 30 }],
  });
}

export function barsFile(title, labels) {
  const at = { left: 0, base: 80, size: labels.length, slot: 300 / labels.length, labelled: 90 };
  return fileOf(title, (ctx) => {
    paintBars(ctx, at, { lengthOf: (i) => 10 * (i + 1) - 15, colourOf: () => "#00f" });
    paintBarLabels(ctx, at, { labels, chosen: 1, theme });
  });
}

export function plotFile(values) {
  const at = plotLayout({ width: 300, height: 100 }, { x: (i) => 10 * i, low: 0, high: 4, top: 10, bottom: 10 });
  return fileOf("plot", (ctx) => {
    paintCurve(ctx, at, values, { colour: "#f80", dash: [4, 4] });
    paintPoint(ctx, at, theme, 40, 2, "");
  });
}

export function cellsFile(width, height) {
  const data = Uint8ClampedArray.from({ length: 4 * width * height }, (_, i) => (i < 8 ? 255 : 0)); // two white ones
  return fileOf("cells", (ctx) => ctx.putImageData({ data, width, height }, 0, 0));
}

export function clearedFile() {
  return fileOf("cleared", (ctx) => {
    ctx.fillRect(0, 0, 5, 5);
    ctx.clearRect(0, 0, 300, 100);
    ctx.fillRect(1, 2, 3, 4);
    ctx.clearRect(10, 10, 20, 12);
  });
}
