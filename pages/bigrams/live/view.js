// What the table of counts shows, painted from its state alone: a click, a rerun and a theme change come through here.

import { channelsOf, dashed, inkOn, letterFont, prepare, write } from "../../components/live/paint/canvas.js";
import { placeTip } from "../../components/live/paint/cell_pointer.js";
import { smoothedProbs } from "../../components/live/model/model.js";
import { textsDue } from "../../components/live/sync/frame_budget.js";
import { cellsOf, fillTo, lettersOf } from "./fill.js";

const WIDEST = 44,
  HIGHEST = 26,
  BARS = 90; // pixels: a cell, and the bars above the table
const SMALLEST = 8.5; // the smallest digits that can be read, in pixels; below that the cells have none

export function paintView(S) {
  const { theme, hover } = S,
    { row, first } = S.owned.values;
  count(S, first);
  const shown = JSON.stringify([S.width, devicePixelRatio, theme.name, S.source, row, first, hover?.row, hover?.next]);
  if (S.shown !== shown) {
    S.shown = shown;
    S.at = layout(S);
    paintBars(S, totalOf(S, row) ? row : -1);
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
    total = totalOf(S, row);
  S.due = false;
  paintTable(S, row);
  write(S.title, `After “${labels[row]}”${row === data.start ? ", the first letters of the names" : ""}`);
  write(
    S.scale,
    total === 0
      ? "nothing is counted here yet"
      : `${total.toLocaleString("en")} bigrams; a bar is the share of each next character · dashed: ${(1 / S.size).toFixed(4)}, all equally likely`,
  );
  write(
    S.key,
    `The bluer, the more often, from 0 to ${S.top.toLocaleString("en")}; by the square root, so that rare pairs show.${S.at.digits ? "" : " No room for the numbers here: point at a cell, or tap it."}`,
  );
  if (isFilling(S, first)) showFill(S, first);
}

/** How many bigrams a row holds. */
function totalOf({ counts, size }, row) {
  return counts.slice(row * size, (row + 1) * size).reduce((a, b) => a + b, 0);
}

/** The counts that are shown: all of them, or those of the first names; what follows from them is worked out once for each. */
function count(S, first) {
  if (S.counted === (first ?? "all")) return;
  S.counted = first ?? "all";
  S.counts = isFilling(S, first) ? fillTo(S.fill, first) : S.data.counts;
  S.probs = smoothedProbs(S.counts, S.size, 0);
  S.top = S.counts.reduce((a, b) => Math.max(a, b), 1);
}

/** Whether the words are here, and Python has said how many of them count: that comes a moment after the words do. */
function isFilling({ fill }, first) {
  return fill !== null && first !== undefined;
}

/** How far it is filled, and the last name pair by pair. */
function showFill({ fill, data, slider, output, unit, last }, first) {
  const text = first.toLocaleString("en"),
    { labels, letters } = data;
  slider.value = first;
  if (write(output, text)) slider.setAttribute("aria-valuetext", `${text} names`);
  write(unit, `of ${fill.words.toLocaleString("en")}`);
  const name = () =>
      lettersOf(fill, first - 1)
        .map((id) => letters[id])
        .join(""),
    pairs = () =>
      cellsOf(fill, first - 1)
        .map(({ row, next }) => labels[row] + labels[next])
        .join("  ");
  write(
    last,
    first
      ? `The last one: ${name()}, and so one more for each of  ${pairs()}`
      : "An empty table: nothing is counted yet.",
  );
}

/** Where things stand, in CSS pixels. `digits` is their size, 0 where they cannot be read. */
function layout({ width, size, top, data }) {
  const left = Math.max(...data.labels.map((label) => label.length)) > 1 ? 30 : 18,
    head = 18;
  const cell = Math.min((width - left - 1) / size, WIDEST),
    high = Math.min(cell, HIGHEST);
  const digits = Math.min(13, high * 0.6, (cell - 2) / (0.53 * String(top).length));
  return {
    left,
    top: head,
    cell,
    high,
    side: cell * size,
    height: head + high * size + 1,
    digits: digits < SMALLEST ? 0 : digits,
  };
}

function paintTable(S, row) {
  const { data, at, size, theme, hover, counts } = S,
    { labels, ends } = data;
  const { ctx } = prepare(S.table, S.width, at.height);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const dead = (i, j) => ends.includes(i) || data.starts.includes(j);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const x = at.left + j * at.cell,
        y = at.top + i * at.high,
        count = counts[i * size + j];
      const [r, g, b] = channelsOf(theme.scale[(255 * Math.sqrt(count / S.top)) | 0]);
      ctx.fillStyle = dead(i, j) ? theme.uniform : `rgb(${r} ${g} ${b})`;
      ctx.fillRect(x, y, at.cell - 1, at.high - 1);
      if (!at.digits || dead(i, j)) continue;
      ctx.font = `${at.digits}px ${theme.font}`;
      ctx.fillStyle = inkOn(r, g, b);
      ctx.fillText(String(count), x + (at.cell - 1) / 2, y + (at.high - 1) / 2 + 0.5);
    }
  for (let i = 0; i < size; i++) {
    const every = letterFont(ctx, theme, at.high, { bold: i === row, largest: 13 });
    ctx.fillStyle = i === row ? theme.chosen : theme.text;
    if (i % every === 0 || i === row) ctx.fillText(labels[i], at.left / 2, at.top + (i + 0.5) * at.high);
    const across = letterFont(ctx, theme, at.cell, { largest: 13 });
    ctx.fillStyle = theme.text;
    if (i % across === 0) ctx.fillText(labels[i], at.left + (i + 0.5) * at.cell, at.top / 2);
  }
  ctx.strokeStyle = theme.chosen;
  ctx.lineWidth = 2;
  ctx.strokeRect(at.left - 1, at.top + row * at.high - 1, at.side + 1, at.high + 1);
  if (isFilling(S, S.owned.values.first) && S.fill.known)
    for (const cell of cellsOf(S.fill, S.fill.known - 1))
      ctx.strokeRect(at.left + cell.next * at.cell, at.top + cell.row * at.high, at.cell - 1, at.high - 1);
  if (hover)
    ctx.strokeRect(at.left + hover.next * at.cell - 1, at.top + hover.row * at.high - 1, at.cell + 1, at.high + 1);
}

/** The row's probabilities, each above its column; for -1, a row without counts, nothing. */
function paintBars(S, row) {
  const { at, size, theme, probs, hover } = S,
    { ctx } = prepare(S.bars, S.width, BARS);
  if (row < 0) return;
  const top = probs.subarray(row * size, (row + 1) * size).reduce((a, b) => Math.max(a, b)),
    y = (p) => BARS - (p / top) * (BARS - 14);
  dashed(ctx, theme.uniform, at.left, y(1 / size), at.left + at.side, y(1 / size));
  ctx.font = `11px ${theme.font}`;
  ctx.textAlign = "center";
  for (let j = 0; j < size; j++) {
    const p = probs[row * size + j],
      x = at.left + j * at.cell;
    ctx.fillStyle = hover?.row === row && hover.next === j ? theme.chosen : theme.counted;
    ctx.fillRect(x + at.cell * 0.12, y(p), at.cell * 0.76, BARS - y(p));
    if (at.cell < 24 || p < 0.005) continue;
    ctx.clearRect(x + 2, y(p) - 13, at.cell - 4, 12); // the dashed line must not cross a number
    ctx.fillStyle = theme.text;
    ctx.fillText(p.toFixed(2).replace(/^0/, ""), x + at.cell / 2, y(p) - 3);
  }
}

function inWords({ data, hover, size, probs, counts }) {
  const { labels, ends, starts } = data,
    { row, next } = hover,
    [a, b] = [labels[row], labels[next]];
  if (ends.includes(row)) return `${a}${b}: nothing follows the end`;
  if (starts.includes(next)) return `${a}${b}: nothing comes before the start`;
  const count = counts[row * size + next];
  return `${a}${b}: counted ${count.toLocaleString("en")} times, P(${b} | ${a}) = ${probs[row * size + next].toFixed(6)}`;
}
