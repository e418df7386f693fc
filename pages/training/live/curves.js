// The run as two curves over its epochs: the loss, and on a scale of powers of ten what is left to the lowest one. No state.

import { paintWords, prepare } from "../../components/live/paint/canvas.js";
import { brief, decimals, fill } from "../../components/live/paint/format.js";
import {
  evenTicks,
  paintAxis,
  paintCurve,
  paintLevel,
  paintPoint,
  plotLayout,
} from "../../components/live/paint/plot.js";
import { positionOf } from "../../components/live/model/scale.js";

const HEIGHT = 170,
  EDGES = { left: 36, right: 12, top: 18, bottom: 26 }, // pixels
  ROOM = 58; // of the text at epoch 0
const HIGHER = [1, 1.5, 2, 3, 4]; // times as high the loss chart can become, so that its lines can still be told apart
const LOWEST = -7; // powers of ten: the lower end of what is left
const HIGHEST = [1, 2, 3]; // its upper ends

/** The loss and, with a penalty, the nll alone; chance, letter frequencies and, once the guess is made, the best nll as dashed lines. `low` and `high` end
 *  the scale; where the loss goes higher, the scale does too, unless even then the loss would not fit. `numbers`
 *  are those that stand over the pictures. */
export function paintLoss(
  canvas,
  width,
  { data, run, work, numbers, lam, size, frequency, low, high, scale, guessing, theme },
) {
  const { ctx } = prepare(canvas, width, HEIGHT),
    most = highest(run.loss, work.epoch),
    times = HIGHER.find((times) => most <= times * high) ?? 1;
  const at = epochPlot(width, scale, { low, high: times * high });
  paintEpochs(ctx, at, scale, { data, theme });
  const ticks = evenTicks(low, times * high).map((value) => ({ value, text: brief(value) }));
  paintAxis(ctx, at, theme, ticks);
  paintWords(ctx, theme, data.texts.nats, 0, 6);
  /** @type {[number, string?][]} */
  const [chance, letters] = [
    [Math.log(size), fill(data.texts.chance, { nll: decimals(Math.log(size), 4) })],
    [frequency, fill(data.texts.frequencies, { nll: decimals(frequency, 4) })],
  ];
  if (at.y(frequency) - at.y(chance[0]) < 18) chance[1] = `${chance[1]} · ${letters.pop()}`; // no room for two lines of text
  for (const [value, text] of [chance, letters]) paintLevel(ctx, at, theme, value, text ?? "", { align: "right" });
  const best = { colour: theme.counted, under: true };
  if (!guessing)
    paintLevel(ctx, at, theme, work.best_nll, fill(data.texts.best, { nll: decimals(work.best_nll, 4) }), best);
  if (lam > 0) trace(ctx, at, run.nll, run, work, { colour: theme.net, width: 1.5, dash: [5, 4] });
  trace(ctx, at, run.loss, run, work, { colour: theme.net });
  paintPoint(ctx, at, theme, at.x(work.epoch), work.loss, offChart(data, numbers.loss));
}

/** What the loss is above the lowest one, a line for every power of ten. */
export function paintLeft(canvas, width, { data, run, work, numbers, scale, theme }) {
  const { ctx } = prepare(canvas, width, HEIGHT),
    most = Math.log10(highest(run.loss, work.epoch) - work.best_loss),
    high = HIGHEST.find((power) => most <= power) ?? HIGHEST.at(-1);
  const at = epochPlot(width, scale, { low: LOWEST, high, powers: true }),
    powers = Array.from({ length: high - LOWEST + 1 }, (_, i) => high - i);
  paintEpochs(ctx, at, scale, { data, theme });
  const ticks = powers.map((power) => ({ value: 10 ** power, text: power % 2 ? brief(10 ** power) : "" }));
  paintAxis(ctx, at, theme, ticks);
  const gaps = run.loss.slice(0, run.known).map((loss) => Math.max(loss - work.best_loss, 10 ** LOWEST));
  trace(ctx, at, gaps, run, work, { colour: theme.net });
  paintPoint(ctx, at, theme, at.x(work.epoch), Math.max(work.gap, 10 ** LOWEST), offChart(data, numbers.gap));
}

function offChart(data, value) {
  return fill(data.shared.off_chart, { value: decimals(value, 4) });
}

/** The highest value of those up to an epoch. */
function highest(values, epoch) {
  let most = values[0];
  for (let e = 1; e <= epoch; e++) most = Math.max(most, values[e]);
  return most;
}

function epochPlot(width, scale, ends) {
  const inside = width - EDGES.left - EDGES.right,
    x = (epoch) => EDGES.left + (positionOf(scale, epoch) / scale.last) * inside;
  return plotLayout({ width, height: HEIGHT }, { x, ...EDGES, ...ends });
}

function paintEpochs(ctx, at, scale, { data, theme }) {
  for (const mark of scale.marks.filter((mark) => !mark || at.x(mark) > EDGES.left + ROOM))
    paintWords(ctx, theme, mark ? brief(mark) : data.texts.no_epochs, at.x(mark), HEIGHT - 7, {
      align: mark ? "center" : "left",
    });
}

/** A curve over all epochs that are known, pale beyond the one that is shown. */
function trace(ctx, at, values, run, { epoch }, line) {
  paintCurve(ctx, at, values, { ...line, from: epoch, to: run.known - 1, alpha: 0.3 });
  paintCurve(ctx, at, values, { ...line, to: epoch });
}
