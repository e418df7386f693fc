// What the words look like at a smoothing, painted from the state alone: a drag, a rerun and a theme change come through here.

import { prepare, write } from "../../components/live/paint/canvas.js";
import { placeTip } from "../../components/live/paint/cell_pointer.js";
import { writeNumbers } from "../../components/live/paint/metrics.js";
import { meanNll, smoothedProbs } from "../../components/live/model/model.js";
import { atRest } from "../../components/live/sync/shared_state.js";
import { byRoot, paintCells, paintFrame, placeCanvas, squaresLayout } from "../../components/live/paint/grid.js";
import { paintLetters, paintLog } from "./pictures.js";
import { lettersOf, sumsOf } from "./work.js";

const LETTERS = 250,
  LOG = 170; // pixels high

export function paintView(S) {
  const { data, size, theme } = S,
    { labels } = data,
    { smoothing } = S.owned.values;
  const probs = smoothedProbs(S.counts, size, smoothing, S.probs),
    letters = lettersOf(data.words, probs, size);
  paintStill(S, letters);
  paintCells(S.cells, probs, size, byRoot(theme.scale, S.top));
  paintLetters(prepare(S.letters, S.widths.letters, LETTERS), { letters, top: S.highest, size, labels, theme });
  paintLog(prepare(S.log, S.widths.log, LOG), { letters, theme });
  S.control.show(smoothing);
  placeTip(S, S.tip, inWords(S, probs), S.widths.table);
  // texts cost more than the pictures: while a hand moves, every second frame
  if (!atRest(S.owned) && (S.textsWait = !S.textsWait)) return S.ask();
  writeNumbers(S.numbers, atRest(S.owned) ? S.now.numbers : { ...sumsOf(letters), list_nll: meanNll(S.counts, probs) });
  const pairs = [
    ...new Set(
      letters.filter(({ prob }) => prob === 0).map(({ previous, next }) => `“${labels[previous]}${labels[next]}”`),
    ),
  ];
  write(
    S.blame,
    pairs.length
      ? `${pairs.join(", ")} was never counted: its probability is 0, ln 0 is −∞, and one such letter makes the whole sum infinite. Any smoothing above 0 cures it.`
      : "",
  );
}

/** What does not move with the smoothing, but for the cells of the words that are impossible: those are marked. */
function paintStill(S, letters) {
  const { data, size, theme, hover, width } = S,
    { row, next } = S.owned.values,
    zeros = letters.map(({ prob }) => prob === 0);
  const shown = JSON.stringify([
    width,
    devicePixelRatio,
    theme.name,
    S.source,
    row,
    next,
    hover?.row,
    hover?.next,
    zeros,
  ]);
  if (S.still === shown) return;
  S.still = shown;
  // widths are read here alone: reading one while painting would lay the page out anew on every frame
  S.widths = { table: S.table.clientWidth, letters: S.letters.clientWidth, log: S.log.clientWidth };
  const at = (S.at = squaresLayout(S.widths.table, size)),
    { ctx } = prepare(S.table, S.widths.table, at.height);
  placeCanvas(S.cells, at.left, at.top, at.side, at.side);
  paintFrame(ctx, at, { size, labels: data.labels, row, hover, theme });
  const cell = ({ previous, next: following }, inset) => [
    at.left + following * at.cell + inset,
    at.top + previous * at.cell + inset,
    at.cell - 2 * inset,
    at.cell - 2 * inset,
  ];
  ctx.strokeStyle = theme.text;
  for (const letter of letters) if (letter.prob > 0) ctx.strokeRect(...cell(letter, 1));
  ctx.fillStyle = theme.chosen;
  for (const letter of letters) if (letter.prob === 0) ctx.fillRect(...cell(letter, 0));
  ctx.strokeStyle = theme.chosen;
  ctx.strokeRect(...cell({ previous: row, next }, 0));
  write(
    S.scale,
    `up: P(next | previous) · down: its natural logarithm, nats · dashed: all equally likely, 1/${size} = ${(1 / size).toFixed(4)}, and ln 1/${size} = −${Math.log(size).toFixed(4)}`,
  );
}

function inWords({ hover, data, size, counts }, probs) {
  if (!hover) return "";
  const i = hover.row * size + hover.next,
    [a, b] = [data.labels[hover.row], data.labels[hover.next]];
  return `${a}${b}: counted ${counts[i].toLocaleString("en")} times, P(${b} | ${a}) = ${probs[i].toFixed(6)}, ln ${probs[i] > 0 ? Math.log(probs[i]).toFixed(4).replace("-", "−") : "−∞"}`;
}
