// The pictures of this page that no other has: letters as bars up and down, and the curve of the logarithm. No state.

import { paintBars } from "../../components/live/paint/bars.js";
import { paintDashed, paintDot, paintLine, paintWords } from "../../components/live/paint/canvas.js";
import { decimals, short } from "../../components/live/paint/format.js";
import { joined } from "../../components/live/paint/letters.js";
import { paintAxis, plotLayout } from "../../components/live/paint/plot.js";

const DEEPEST = 7, // nats: what is deeper is cut, and has its number
  GAP = 0.6, // slots between words
  BAND = 18; // pixels for the pairs of letters

/** Each letter: its probability up from the middle, to `top`, its logarithm down from it; 0 is marked, and goes to the end. */
export function paintLetters({ ctx, width, height }, { letters, top, size, labels, theme }) {
  const all = letters.length + GAP * letters.at(-1).word,
    slot = Math.min(width / all, 96);
  const middle = Math.round(height * 0.48),
    up = middle - BAND - 14,
    down = height - middle - 18,
    end = all * slot;
  const high = ({ prob }) => (prob / top) * up,
    deep = (nats) => 2 + (Math.min(nats, DEEPEST) / DEEPEST) * down;
  const chance = [middle - BAND - high({ prob: 1 / size }), middle + deep(Math.log(size))];
  for (const y of chance) paintDashed(ctx, theme.uniform, [0, y], [end, y]);
  letters.forEach((letter, i) => {
    const { previous, next, prob, logprob, word } = letter,
      left = (i + GAP * word) * slot,
      center = left + slot / 2,
      impossible = prob === 0;
    const colour = impossible ? theme.chosen : theme.counted,
      slots = { left, size: 1, slot };
    const bar = (base, long) =>
      paintBars(ctx, { ...slots, base }, { lengthOf: () => long, colourOf: () => colour, part: 0.76 });
    bar(middle - BAND, high(letter));
    bar(middle + 2, 2 - deep(-logprob));
    const style = { align: "center", colour: impossible ? theme.chosen : theme.text },
      words = (text, y, size) => paintWords(ctx, theme, text, center, y, { ...style, size });
    if (slot >= 11)
      words(joined([labels[previous], labels[next]]), middle - BAND / 2 + 1, Math.max(8, Math.min(13, slot * 0.6)));
    if (slot < 25 && !impossible) return;
    const [above, below] = [middle - BAND - high(letter), middle + deep(-logprob)],
      digits = Math.max(8, Math.min(12, slot * 0.36));
    ctx.clearRect(left, above - 13, slot, 12); // the dashed line must not cross a number
    words(impossible ? "0" : decimals(prob, 3), above - 6, digits);
    ctx.clearRect(left, below + 1, slot, 14);
    words(decimals(logprob, 2), below + 8, digits);
  });
}

/** ln p over p from 0 to 1, and a dot for each letter; those at 0 stand at the lower end. */
export function paintLog({ ctx, width, height }, { letters, theme }) {
  const left = 26,
    deepest = 7,
    x = (p) => left + p * (width - left - 8);
  const at = plotLayout({ width, height }, { x, low: -deepest, high: 0, left, right: 8, top: 8, bottom: 22 }),
    y = (ln) => at.y(Math.max(ln, -deepest));
  const ticks = [0, -2, -4, -6].map((value) => ({ value, text: short(value) }));
  paintAxis(ctx, at, theme, ticks);
  for (const p of [0, 0.25, 0.5, 0.75, 1]) paintWords(ctx, theme, short(p), x(p), height - 7, { align: "center" });
  const curve = Array.from({ length: 201 }, (_, i) => {
    const p = Math.exp(-deepest) + (1 - Math.exp(-deepest)) * (i / 200) ** 3; // closer where it is steep
    return [x(p), y(Math.log(p))];
  });
  paintLine(ctx, curve, { colour: theme.text, width: 1.5 });
  for (const { prob, logprob } of letters)
    paintDot(ctx, prob === 0 ? theme.chosen : theme.counted, x(prob), y(logprob), 4.5);
}
