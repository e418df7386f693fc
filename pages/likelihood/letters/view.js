// What the words look like at a smoothing, painted from the state alone: a drag, a rerun and a theme change come through here.

import { isStale, prepare, write } from "../../components/live/paint/canvas.js";
import { showCaption } from "../../components/live/paint/caption.js";
import { placeTip } from "../../components/live/paint/cell_pointer.js";
import { openFolds } from "../../components/live/paint/folds.js";
import { decimals, fill, pairText } from "../../components/live/paint/format.js";
import { byRoot, gridLayout, outline, paintFrame, paintPixels, placeCanvas } from "../../components/live/paint/grid.js";
import { writeNumbers } from "../../components/live/paint/metrics.js";
import { meanNll, smoothedProbs } from "../../components/live/model/model.js";
import { textsDue } from "../../components/live/sync/frame_budget.js";
import { showsPython } from "../../components/live/sync/live_view.js";
import { lettersFacts } from "./caption.js";
import { paintLetters, paintLog } from "./pictures.js";
import { lettersOf, sumsOf } from "./work.js";

const LETTERS = 200,
  LOG = 240; // pixels high

export function paintView(S) {
  const { data, size, theme } = S,
    { labels } = data,
    { smoothing } = S.page.values;
  const probs = smoothedProbs(S.counts, size, smoothing, S.probs),
    letters = lettersOf(S.words, probs, size);
  paintStill(S, letters);
  paintLetters(prepare(S.letters, S.widths.letters, LETTERS), { letters, top: S.highest, size, labels, theme });
  if (S.about.open) {
    paintPixels(S.cells, probs, size, byRoot(theme.scale, S.top));
    paintLog(prepare(S.log, S.widths.log, LOG), { letters, theme });
    placeTip(S, S.tip, inWords(S, probs), S.widths.table);
  }
  if (!textsDue(S, 2)) return S.ask();
  writeNumbers(S.numbers, showsPython(S) ? S.now.numbers : { ...sumsOf(letters), list_nll: meanNll(S.counts, probs) });
  showPreset(S);
  showCaption(
    S,
    showsPython(S) ? S.now.numbers.caption : lettersFacts({ letters, total: S.total, size, labels }, S.page.values),
  );
}

/** Which of the words to try these are, and why they are worth it. */
function showPreset({ choices, why, data, page: { values } }) {
  const chosen = values.smoothing === 0 ? values.word : null;
  for (const button of choices.children) button.setAttribute("aria-pressed", String(button.textContent === chosen));
  write(why, data.presets[chosen] ?? "");
}

/** What does not move with the smoothing, but for the cells of the words that are impossible: those are marked. */
function paintStill(S, letters) {
  const { data, size, theme, hover } = S,
    { row, next, word } = S.page.values,
    zeros = letters.map(({ prob }) => prob === 0);
  if (!isStale(S, word, row, next, hover?.row, hover?.next, zeros, openFolds(S))) return;
  S.widths = { table: S.table.clientWidth, letters: S.letters.clientWidth, log: S.log.clientWidth };
  const chance = { chance: decimals(1 / size, 4), ln_chance: decimals(-Math.log(size), 4) };
  write(S.scale, fill(data.texts.scale, chance));
  if (!S.about.open) return;
  const at = (S.at = gridLayout(S.widths.table, { columns: size })),
    { ctx } = prepare(S.table, at.width, at.height);
  placeCanvas(S.cells, at);
  paintFrame(ctx, at, { labels: data.labels, row, hover, theme });
  for (const { previous, next: following, prob } of letters) {
    const place = { row: previous, next: following };
    if (prob > 0) outline(ctx, at, place, theme.text, 2, 1);
    else paintCell(ctx, at, place, theme.chosen);
  }
  outline(ctx, at, { row, next }, theme.chosen);
}

function paintCell(ctx, { left, top, cell, high }, { row, next }, colour) {
  ctx.fillStyle = colour;
  ctx.fillRect(left + next * cell, top + row * high, cell, high);
}

function inWords({ hover, data, size, counts }, probs) {
  if (!hover) return "";
  const i = hover.row * size + hover.next;
  const pair = pairText(data, hover, counts[i], probs[i]);
  return fill(data.texts.ln, { pair, ln: decimals(Math.log(probs[i]), 4) });
}
