// What the table of counts shows, painted from its state alone: a click, a rerun and a theme change come through here.

import { paintBars } from "../../components/live/paint/bars.js";
import { isStale, paintDashed, prepare, write } from "../../components/live/paint/canvas.js";
import { placeTip } from "../../components/live/paint/cell_pointer.js";
import { decimals, exact, fill, pairText, withoutZero } from "../../components/live/paint/format.js";
import { isolated, joined } from "../../components/live/paint/letters.js";
import { byRoot, gridLayout, outline, paintCells, paintLetters } from "../../components/live/paint/grid.js";
import { largest, likeliest, rowOf, smoothedProbs } from "../../components/live/model/model.js";
import { textsDue } from "../../components/live/sync/frame_budget.js";
import { cellsOf, fillTo, lettersOf } from "./word_by_word.js";

const BARS = 64; // pixels: the bars above the table

export function paintView(S) {
  const { hover, data } = S,
    row = (S.row = data.rows[S.page.values.row]),
    first = isFilling(S) ? S.page.values.first : null;
  S.root.classList.toggle("whole", first === null);
  count(S, first);
  if (isStale(S, row, first, hover?.row, hover?.next)) {
    S.at = layout(S);
    paintBarsAbove(S, row);
    S.due = true;
  }
  if (S.due && !textsDue(S, 2)) S.ask();
  else if (S.due) showAll(S, row, first);
  placeTip(S, S.tip, hover ? inWords(S) : "", S.width);
}

/** The table, and what is said beside it. */
function showAll(S, row, first) {
  const { data } = S,
    { labels } = data,
    here = S.counts.slice(row * S.size, (row + 1) * S.size),
    total = here.reduce((a, b) => a + b, 0),
    next = likeliest(here);
  S.due = false;
  paintTable(S, row);
  write(S.title, fill(row === data.rows[0] ? data.texts.first_row : data.texts.row, { row: labels[row] }));
  const some = { chance: decimals(1 / S.size, 4) };
  write(S.scale, total === 0 ? data.texts.nothing : fill(data.texts.scale, some));
  const most = { next: labels[next], count: exact(here[next]), total: exact(total) };
  write(S.most, total === 0 ? "" : fill(data.texts.caption, most));
  const colours = fill(data.texts.colours, { top: exact(S.top) });
  write(S.key, S.at.digits ? colours : `${colours} ${data.texts.no_room}`);
  if (first !== null) showFill(S, first);
}

/** The counts that are shown: all of them, or those of the first names; what follows from them is worked out once for each. */
function count(S, first) {
  if (S.counted === (first ?? "all")) return;
  S.counted = first ?? "all";
  S.counts = first === null ? S.data.counts : fillTo(S.fill, first);
  S.probs = smoothedProbs(S.counts, S.size, 0);
  S.top = S.counts.reduce((a, b) => Math.max(a, b), 1);
}

/** Whether the first words alone are counted: the words come a moment after one asks for it. */
function isFilling(S) {
  return S.fill !== null && S.page.values.fill;
}

/** How far it is filled, and the last name pair by pair. */
function showFill(S, first) {
  const { data, slider, unit, last } = S,
    { labels, letters } = data;
  slider.value = first;
  slider.setAttribute("aria-valuetext", fill(data.texts.first, { n: exact(first) }));
  write(unit, fill(data.texts.of, { n: exact(S.fill.words) }));
  const name = () => joined(lettersOf(S.fill, first - 1).map((id) => letters[id])),
    pairs = () => cellsOf(S.fill, first - 1).map(({ row, next }) => isolated(joined([labels[row], labels[next]])));
  write(last, first ? fill(data.texts.last, { name: name(), pairs: pairs().join("  ") }) : data.texts.empty);
}

/** Where the table stands: flat cells, and digits where the highest count can be read. */
function layout({ width, size, top, data }) {
  const left = Math.max(...data.labels.map((label) => label.length)) > 1 ? 30 : 18;
  const slide = data.only && innerHeight <= 640, // then all is on it, without digits
    highest = Math.max(slide ? 8 : 14.2, Math.min(26, (innerHeight - (slide ? 254 : 400)) / size)); // all on the first screen
  return gridLayout(width, { columns: size, left, widest: 44, highest, longest: String(top).length, below: 1 });
}

function paintTable(S, row) {
  const { data, at, size, theme, hover, counts } = S,
    { labels, ends, starts } = data;
  const { ctx } = prepare(S.table, S.width, at.height),
    dead = (i, j) => ends.includes(i) || starts.includes(j),
    shade = byRoot(theme.scale, S.top);
  paintCells(ctx, at, {
    colourOf: (i, j) => (dead(i, j) ? theme.grey : shade(counts[i * size + j])),
    textOf: (i, j) => (dead(i, j) ? "" : String(counts[i * size + j])),
    theme,
  });
  paintLetters(ctx, at, { labels, row, theme });
  outline(ctx, at, { row, columns: size }, theme.chosen);
  if (isFilling(S) && S.fill.known)
    for (const cell of cellsOf(S.fill, S.fill.known - 1)) outline(ctx, at, cell, theme.chosen);
  if (hover) outline(ctx, at, hover, theme.chosen);
}

/** The row's probabilities, each above its column; of a row without counts nothing. */
function paintBarsAbove(S, row) {
  const { at, size, theme, probs, hover, counts } = S,
    { ctx } = prepare(S.bars, S.width, BARS);
  if (!counts.slice(row * size, (row + 1) * size).some(Boolean)) return;
  const top = largest(rowOf(probs, size, row), 0),
    lengthOf = (j) => (probs[row * size + j] / top) * (BARS - 14);
  paintDashed(ctx, theme.uniform, ...[at.left, at.left + at.side].map((x) => [x, BARS - (BARS - 14) / size / top]));
  const colourOf = (j) => (hover?.row === row && hover.next === j ? theme.chosen : theme.counted);
  paintBars(ctx, { left: at.left, base: BARS, size, slot: at.cell }, { lengthOf, colourOf, part: 0.76 });
  if (at.cell < 24) return;
  const font = `11px ${theme.font}`;
  Object.assign(ctx, { font, textAlign: "center", textBaseline: "alphabetic", fillStyle: theme.text });
  for (let j = 0; j < size; j++) {
    const x = at.left + j * at.cell,
      y = BARS - lengthOf(j);
    if (probs[row * size + j] < 0.005) continue;
    ctx.clearRect(x + 2, y - 13, at.cell - 4, 12); // the dashed line must not cross a number
    ctx.fillText(withoutZero(probs[row * size + j], 2), x + at.cell / 2, y - 3);
  }
}

function inWords({ data, hover, size, probs, counts }) {
  const { labels, ends, starts } = data,
    { row, next } = hover,
    [a, b] = [labels[row], labels[next]];
  if (ends.includes(row)) return fill(data.texts.after_end, { pair: a + b });
  if (starts.includes(next)) return fill(data.texts.before_start, { pair: a + b });
  return pairText(data, hover, counts[row * size + next], probs[row * size + next]);
}
