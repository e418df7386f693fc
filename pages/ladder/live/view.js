// The next letters of each model, painted from the state alone. Nothing is worked out: Python sends every row.

import { largest } from "../../components/live/model/model.js";
import { entryOf } from "../../components/live/model/near_beginnings.js";
import { isStale, paintWords, prepare, write } from "../../components/live/paint/canvas.js";
import { placeTip } from "../../components/live/paint/cell_pointer.js";
import { fill, percent } from "../../components/live/paint/format.js";
import { byRoot, gridLayout, outline, paintCells, paintLetters } from "../../components/live/paint/grid.js";
import { isAtRest } from "../../components/live/sync/page_state.js";

const HIGH = 26, // pixels: a row
  NAMES = 132; // pixels: the most for the names of the models

export function paintView(S) {
  const { data, now, theme, hover } = S,
    { labels, models, trained } = data,
    entry = entryOf(now.numbers, S.page.values.beginning);
  if (isStale(S)) {
    const width = S.table.clientWidth,
      left = Math.min(NAMES, 0.3 * width);
    S.at = gridLayout(width, { columns: labels.length, rows: models.length, left, high: HIGH, longest: Infinity });
  }
  const { ctx } = prepare(S.table, S.at.width, S.at.height),
    blue = byRoot(theme.scale, 1),
    orange = byRoot(theme.netScale, 1);
  const colourOf = (row, next) => (trained[row] ? orange : blue)(entry.rows[row][next]);
  paintCells(ctx, S.at, { colourOf, theme });
  paintLetters(ctx, S.at, { labels, names: models.map(() => ""), next: hover?.next ?? null, theme });
  models.forEach((name, row) => {
    const y = S.at.top + (row + 0.5) * HIGH;
    paintWords(ctx, theme, name, S.at.left - 8, y, { align: "right", size: 13, room: S.at.left - 10 });
  });
  if (hover) outline(ctx, S.at, hover, theme.chosen);
  placeTip(S, S.tip, hover ? cellText(data, entry, hover) : "", S.width);
  const likeliest = models.map((_, row) =>
      cellText(data, entry, { row, next: entry.rows[row].indexOf(largest(entry.rows[row], 0)) }),
    ),
    text = fill(entry.shown ? data.texts.after : data.texts.first, {
      shown: entry.shown,
      likeliest: likeliest.join("; "),
    });
  write(S.caption, text);
  if (isAtRest(S.page)) write(S.said, text);
}

/** A cell in words: GRU “a” 48.9 %. */
function cellText(data, { rows }, { row, next }) {
  const share = percent(rows[row][next]);
  return fill(data.texts.likeliest, { model: data.models[row], letter: data.labels[next], share });
}
