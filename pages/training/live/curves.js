// The run as two curves over its epochs: the loss, and on a scale of powers of ten what is left to the lowest one. No state.

import { dashed, prepare } from "../../components/live/paint/canvas.js";
import { positionOf } from "../../components/live/model/scale.js";

const HEIGHT = 170,
  BOTTOM = 18,
  EDGE = 12; // pixels
const POWERS = [1, -7]; // of ten, the ends of the second curve

/** The loss and, with a penalty, the nll alone; chance, letter frequencies and the best nll as dashed lines. `low` and `high` end the scale. */
export function paintLoss(canvas, width, { run, work, lam, size, frequency, low, high, scale, theme }) {
  const { ctx } = prepare(canvas, width, HEIGHT),
    top = 8,
    span = HEIGHT - BOTTOM - top - 8;
  const y = (nats) => Math.max(3, top + ((high - nats) / (high - low)) * span),
    x = epochToX(scale, width, EDGE);
  paintEpochs(ctx, width, x, scale, theme);
  for (const [name, nats, colour] of [
    ["chance", Math.log(size), theme.uniform],
    ["letter frequencies alone", frequency, theme.uniform],
  ]) {
    dashed(ctx, colour, EDGE, y(nats), width - EDGE, y(nats));
    label(ctx, theme, `${name} ${nats.toFixed(4)}`, width - EDGE, y(nats) - 7, "right");
  }
  dashed(ctx, theme.counted, EDGE, y(work.best_nll), width - EDGE, y(work.best_nll));
  label(ctx, theme, `best at this λ: nll ${work.best_nll.toFixed(4)}`, EDGE, y(work.best_nll) + 9, "left");
  if (lam > 0)
    trace(ctx, { values: run.nll, x, y, run, epoch: work.epoch, colour: theme.net, width: 1.5, dash: [5, 4] });
  trace(ctx, { values: run.loss, x, y, run, epoch: work.epoch, colour: theme.net, width: 3, dash: [] });
  dot(ctx, theme, x(work.epoch), y(work.loss));
}

/** What the loss is above the lowest one, a line for every power of ten. */
export function paintLeft(canvas, width, { run, work, scale, theme }) {
  const { ctx } = prepare(canvas, width, HEIGHT),
    [high, low] = POWERS,
    left = 34,
    top = 8,
    span = HEIGHT - BOTTOM - top - 8;
  const y = (gap) =>
    top + ((high - Math.max(low, Math.min(high, Math.log10(Math.max(gap, 1e-300))))) / (high - low)) * span;
  const x = epochToX(scale, width, left);
  paintEpochs(ctx, width, x, scale, theme);
  for (let power = high; power >= low; power--) {
    ctx.fillStyle = theme.uniform;
    ctx.globalAlpha = 0.35;
    ctx.fillRect(left, y(10 ** power), width - left - EDGE, 1);
    ctx.globalAlpha = 1;
    if (power % 2)
      label(ctx, theme, power > -4 ? String(10 ** power) : `1e${power}`, left - 4, y(10 ** power), "right");
  }
  trace(ctx, {
    values: run.loss,
    x,
    y: (loss) => y(loss - work.best_loss),
    run,
    epoch: work.epoch,
    colour: theme.net,
    width: 3,
    dash: [],
  });
  dot(ctx, theme, x(work.epoch), y(work.gap));
}

function epochToX(scale, width, left) {
  return (epoch) => left + (positionOf(scale, epoch) / scale.last) * (width - left - EDGE);
}

function paintEpochs(ctx, width, x, scale, theme) {
  for (const mark of scale.marks)
    label(
      ctx,
      theme,
      mark >= 1000 ? `${mark / 1000}k` : mark ? String(mark) : "0 epochs",
      Math.min(x(mark), width - EDGE),
      HEIGHT - 7,
      mark ? "center" : "left",
    );
}

function label(ctx, theme, text, x, y, align) {
  ctx.font = `11px ${theme.font}`;
  ctx.textBaseline = "middle";
  ctx.textAlign = align;
  ctx.fillStyle = theme.text;
  ctx.fillText(text, x, y);
}

/** A curve over all epochs that are known, pale beyond the one that is shown. Where many share a pixel their span is drawn. */
function trace(ctx, { values, x, y, run, epoch, colour, width, dash }) {
  ctx.strokeStyle = colour;
  ctx.lineWidth = width;
  ctx.setLineDash(dash);
  for (const [from, to, alpha] of [
    [epoch, run.known - 1, 0.3],
    [0, epoch, 1],
  ]) {
    if (from >= to) continue;
    ctx.globalAlpha = alpha;
    ctx.beginPath();
    let at = x(from),
      [least, most] = [y(values[from]), y(values[from])];
    ctx.moveTo(at, least);
    for (let e = from + 1; e <= to; e++) {
      const here = x(e),
        high = y(values[e]);
      if (here - at < 1 && e < to) [least, most] = [Math.min(least, high), Math.max(most, high)];
      else {
        if (most - least > 1) (ctx.lineTo(at, least), ctx.lineTo(at, most));
        ctx.lineTo(here, high);
        [at, least, most] = [here, high, high];
      }
    }
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  ctx.setLineDash([]);
}

function dot(ctx, theme, x, y) {
  ctx.fillStyle = theme.chosen;
  ctx.beginPath();
  ctx.arc(x, y, 6, 0, 2 * Math.PI);
  ctx.fill();
}
