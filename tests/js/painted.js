// What the painters of pages/components/live/paint write on a canvas, as a list of calls.

import { paintLabels } from "../../pages/components/live/paint/canvas.js";
import { paintCurve, paintPoint, plotLayout } from "../../pages/components/live/paint/plot.js";

const theme = { text: "black", chosen: "red", uniform: "grey", font: "sans" };
const plot = plotLayout({ width: 300, height: 100 }, { x: (i) => 10 * i, low: 0, high: 4, top: 10, bottom: 10 });

/** The arguments of each call of the canvas method `name` while `painter(ctx)` runs. */
function callsOf(name, painter) {
  const calls = [];
  const method =
    (called) =>
    (...given) =>
      called === name && calls.push(given);
  const measureText = (text) => ({ width: 10 * text.length });
  painter(new Proxy({ measureText }, { get: (set, called) => set[called] ?? method(called) }));
  return calls;
}

export function labelsOf({ size, width, chosen }) {
  const labels = Array(size).fill("w"),
    slot = width / size,
    placeOf = (i) => [(i + 0.5) * slot, 0];
  return callsOf("fillText", (ctx) => paintLabels(ctx, theme, { labels, slot, placeOf, chosen, end: width }));
}

export function textsAt(value) {
  return callsOf("fillText", (ctx) => paintPoint(ctx, plot, theme, 40, value, "186.2500: off the chart ↑"));
}

export function lineThrough(values) {
  return callsOf("lineTo", (ctx) => paintCurve(ctx, plot, values, { colour: "red" }));
}
