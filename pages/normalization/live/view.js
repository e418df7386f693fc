// What the division shows, painted from its state alone: a frame, a drag, a rerun and a theme change.

import { prepare, write } from "../../components/live/paint/canvas.js";
import { decimals, fill } from "../../components/live/paint/format.js";
import { byRoot } from "../../components/live/paint/grid.js";
import { layout, paintSums, paintTable } from "./grid.js";
import { paintStretching } from "./sums.js";
import { cellInWords, digits, sumOf } from "./words.js";

const MADE = 0.25,
  TURNED = 0.5; // shares of the way: the sums stand beside the table; they lie as torch reads them

export function paintView(S) {
  const { data, theme, phase } = S,
    { labels, table, sums, probs } = data,
    size = labels.length;
  const width = S.before.clientWidth,
    place = S.hover ?? S.pick;
  const turned = data.turns ? share(phase, MADE, TURNED) : 1,
    covered = share(phase, TURNED, 1);
  S.at = layout(width, size);
  [...S.story.children].forEach((line, i) => {
    if (i === (phase < MADE ? 0 : phase < TURNED ? 1 : 2)) line.setAttribute("aria-current", "step");
    else line.removeAttribute("aria-current");
  });
  S.slider.setAttribute("aria-valuetext", fill(data.texts.covered, { percent: Math.round(covered * 100) }));

  const top = Math.max(...table, 1),
    before = prepare(S.before, width, S.at.height).ctx;
  const isCovered = (row, next) => reached(data, size, row, next, covered);
  const fraction = (row, next) => `${digits(table[row * size + next])} / ${digits(sums[sumOf(data, row, next)])}`;
  const still = { labels, place, theme };
  paintTable(before, S.at, { ...still, values: table, colourOf: byRoot(theme.scale, top), lines: () => [] });
  const textOf = (row, next) => (isCovered(row, next) ? fraction(row, next) : digits(table[row * size + next]));
  paintStretching(before, S.at, { data, theme, turned, covered, place, textOf });

  const after = prepare(S.after, width, S.at.height).ctx;
  const values = probs.map((value, i) => (isCovered(Math.floor(i / size), i % size) ? value : undefined));
  const lines = (row, next) => {
    const value = values[row * size + next];
    return value === undefined ? [] : [fraction(row, next), value === null ? "nan" : decimals(value, 4)];
  };
  paintTable(after, S.at, { ...still, values, colourOf: byRoot(theme.scale, 1), lines });
  const { row_sums: rows, column_sums: columns } = data;
  paintSums(after, S.at, { data, rows, columns, whole: covered === 1, place, theme });
  write(S.cell, cellInWords(data, place));
}

function share(phase, from, to) {
  const t = Math.min(1, Math.max(0, (phase - from) / (to - from)));
  return t * t * (3 - 2 * t); // slowly, faster, slowly
}

/** Whether the sums have come over the middle of a cell: from the right, from below, or from the corner. */
function reached({ sums, summed, turns }, size, row, next, covered) {
  const right = covered >= (size - next - 0.5) / size,
    below = covered >= (size - row - 0.5) / size;
  return sums.length === 1 ? right && below : summed === "rows" && !turns ? right : below;
}
