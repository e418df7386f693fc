// What a table is divided by: one more column at its right, one more row below, or one number, and its way over the table.

import { channelsOf, inkOn } from "../../components/live/paint/canvas.js";
import { byRoot, lineBetween, outline } from "../../components/live/paint/grid.js";
import { paintText } from "./grid.js";
import { digits, sumOf } from "./words.js";

/** `turned` is how far the sums of the rows have turned to lie as a row, `covered` how far they have stretched, both 0 ... 1.
 *  `textOf(row, next)` is what stands in a cell of the table, where there is room for it. */
export function paintStretching(ctx, at, { data, theme, turned, covered, place, textOf }) {
  const { sums, summed, turns } = data,
    { left, top, cell, side, right, bottom } = at;
  const lies = summed === "columns" || turns,
    gap = right - left - side,
    reach = covered * (side + gap),
    strongest = Math.max(...sums, 1e-300),
    line = lineBetween(cell);
  const strength = (i) => 0.2 + 0.35 * Math.sqrt((sums[i] ?? 0) / strongest);
  if (at.holdsText && covered === 0) paintNumbers(ctx, at, { data, theme, textOf, strength });
  for (let i = 0; i < sums.length; i++) {
    const end = { x: left + i * cell, y: bottom };
    let [x, y, wide, high] = [right, top + i * cell, cell, cell];
    if (sums.length === 1) [x, y, wide, high] = [right - reach, bottom - reach, cell + reach, cell + reach];
    else if (lies) {
      const t = summed === "columns" ? 1 : turned;
      [x, y, high] = [x + (end.x - x) * t, y + (end.y - y) * t - reach, cell + reach];
    } else [x, wide] = [x - reach, cell + reach];
    if (lies && turned < 1) {
      // on their way over the table they hide what is below
      ctx.fillStyle = theme.background;
      ctx.fillRect(x, y, wide - line, high - line);
    }
    ctx.globalAlpha = strength(i);
    ctx.fillStyle = theme.chosen;
    ctx.fillRect(x, y, wide - line, high - line);
    ctx.globalAlpha = 1;
    if (!at.holdsText) continue;
    const at0 = { left: x + wide - cell, top: y + high - cell, cell }; // the sum itself stays where it lies
    paintText(ctx, at0, 0, 0, [digits(sums[i])], inkOver(theme, theme.channels.background, strength(i)), theme);
  }
  if (at.holdsText && covered > 0) paintNumbers(ctx, at, { data, theme, textOf, strength });
  outline(ctx, at, place, theme.chosen);
}

/** The text of each cell, over whatever has stretched across it. */
function paintNumbers(ctx, at, { data, theme, textOf, strength }) {
  const { table } = data;
  const colourOf = byRoot(theme.scale, Math.max(...table, 1));
  for (let row = 0; row < at.rows; row++)
    for (let next = 0; next < at.columns; next++) {
      const text = textOf(row, next),
        colour = channelsOf(colourOf(table[row * at.columns + next])),
        over = text.includes("/"),
        ink = over ? inkOver(theme, colour, strength(sumOf(data, row, next))) : inkOn(...colour);
      paintText(ctx, at, row, next, [text], ink, theme);
    }
}

/** Black or white, whichever stands out on the colour of the sums over another one, [red, green, blue]. */
function inkOver(theme, under, strength) {
  return inkOn(...theme.channels.chosen.map((channel, i) => channel * strength + under[i] * (1 - strength)));
}
