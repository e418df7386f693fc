// What counts beside the net show, painted from the state alone: a drag, a rerun and a theme change all come through here.

import { paintBars, paintOutlines } from "../../components/live/paint/bars.js";
import { letterFont, prepare, write } from "../../components/live/paint/canvas.js";
import { inDigits, writeNumbers } from "../../components/live/paint/metrics.js";
import { atRest } from "../../components/live/sync/shared_state.js";
import { textsDue } from "../../components/live/sync/frame_budget.js";
import { showSliders } from "../../components/live/controls/sliders.js";
import { byRoot, bySignedRoot, paintCells } from "../../components/live/paint/grid.js";
import { paintFrames } from "../../components/live/paint/tables.js";
import { drawNames, paintDraw, showTwins } from "./paired_names.js";
import { cellInWords, work } from "./work.js";

const BARS = 170,
  MOST = 0.2; // pixels; the ends of the colours of a difference
const KEYS = ["nll", "train_nll", "dev_nll"];

/** Paint what is in sight, or all of it. */
export function paintView(S, all = false) {
  const { size, theme, tables } = S,
    { row } = S.owned.values,
    texts = textsDue(S, 4),
    done = work(S);
  paintStill(S);
  const seen = (canvas, paint) => (all || S.inSight.has(canvas)) && paint(),
    cells = ({ cells }, values, colourOf) => seen(cells, () => paintCells(cells, values, size, colourOf));
  cells(tables.counted, S.countedProbs, byRoot(theme.scale, S.top));
  cells(tables.net, S.netProbs, byRoot(theme.netScale, S.top));
  cells(tables.difference, S.difference, bySignedRoot(theme.difference, MOST));
  seen(S.bars, () => {
    paintBars(prepare(S.bars, S.widths.bars, BARS), { probs: S.netProbs, top: S.rowTop, size, row, colour: theme.net });
    paintOutlines(prepare(S.outlines, S.widths.bars, BARS), {
      outlined: S.countedProbs,
      top: S.rowTop,
      size,
      labels: S.data.labels,
      row,
      theme,
    });
  });
  seen(S.rows, () => paintKl(S, row));
  showSliders(S);
  if (done.behind) S.ask();
  if (!texts) return S.ask();
  drawNames(S);
  showTwins(S);
  paintDraw(S);
  const numbers = atRest(S.owned) ? S.now.numbers : done;
  writeNumbers(S.numbers, numbers);
  for (const [model, suffix] of [
    ["counts", "counts"],
    ["net", "neural"],
  ])
    KEYS.forEach((key, i) => write(S.nlls[model][i], inDigits(numbers[`${key}_${suffix}`], 4)));
  write(S.arithmetic, cellInWords(S, S.hover ?? S.cell ?? { row: done.cell.previous, next: done.cell.next }));
  write(S.warning, warningOf(S));
  showWords(S);
}

/** What does not move with the sliders: painted when the size, the theme, the data, the row or the pointer changes. */
function paintStill(S) {
  const { data, size, theme, width, hover } = S,
    { row } = S.owned.values,
    cell = hover ?? S.cell;
  const shown = JSON.stringify([width, devicePixelRatio, theme.name, S.source, row, cell?.row, cell?.next]);
  if (S.still === shown) return;
  S.still = shown;
  S.draw.hidden = false; // a hidden one has no width
  // widths are read here alone: reading one while painting would lay the page out anew on every frame
  S.widths = { bars: S.bars.clientWidth, rows: S.rows.clientWidth, draw: S.pictures.counts.clientWidth };
  paintFrames(S, cell);
  S.root.style.setProperty("--counted-text", theme.dark ? theme.high_dark : theme.high_light);
  S.root.style.setProperty("--net-text", theme.dark ? theme.net_dark : theme.net_light);
  S.top = S.unsmoothed.reduce((a, b) => Math.max(a, b), 1 / size);
  S.rowTop = S.unsmoothed.subarray(row * size, (row + 1) * size).reduce((a, b) => Math.max(a, b), 0.1) * 1.15; // room for a net that is too sure
  write(S.title, `After “${data.labels[row]}”`);
}

/** What each row adds to the kl, in the order of the table. */
function paintKl({ rows, widths, kls, size, data, theme }, chosen) {
  const { ctx, width, height } = prepare(rows, widths.rows, BARS),
    bottom = height - 16,
    slot = width / size,
    most = kls.reduce((a, b) => Math.max(a, Number.isFinite(b) ? b : 0), 1e-12);
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  const every = letterFont(ctx, theme, slot);
  for (let row = 0; row < size; row++) {
    const high = (Math.min(kls[row], most) / most) * (bottom - 18);
    ctx.fillStyle = row === chosen ? theme.chosen : theme.net;
    ctx.fillRect(row * slot + slot * 0.15, bottom - high, slot * 0.7, high);
    ctx.fillStyle = row === chosen ? theme.chosen : theme.text;
    if (row % every === 0) ctx.fillText(data.labels[row], (row + 0.5) * slot, height - 7);
  }
  ctx.textAlign = "left";
  ctx.fillStyle = theme.text;
  ctx.font = `11px ${theme.font}`;
  ctx.fillText(`the highest: ${most.toPrecision(3)} nats`, 2, 8);
}

/** Each word of the box: every pair with both probabilities, and the mean nll of each model. */
function showWords(S) {
  const { now, size, data, countedProbs, netProbs } = S,
    key = JSON.stringify([
      now.words,
      ...now.words.map((ids) => pairsOf(ids, size).map((i) => [countedProbs[i], netProbs[i]])),
    ]);
  if (S.wordsShown === key) return;
  S.wordsShown = key;
  S.words.replaceChildren(
    ...now.words.map((ids) => {
      const table = document.createElement("table"),
        pairs = pairsOf(ids, size),
        nll = (probs) => inDigits(pairs.reduce((sum, i) => sum - Math.log(probs[i]), 0) / pairs.length, 4);
      table.createCaption().textContent = ids
        .slice(1, -1)
        .map((id) => data.labels[id])
        .join("");
      const lines = [
        ["", "counted", "net"],
        ...pairs.map((i) => [
          data.labels[Math.floor(i / size)] + data.labels[i % size],
          countedProbs[i].toFixed(4),
          netProbs[i].toFixed(4),
        ]),
        ["mean nll", nll(countedProbs), nll(netProbs)],
      ];
      for (const line of lines) {
        const row = table.insertRow();
        for (const text of line) row.insertCell().textContent = text;
      }
      return table;
    }),
  );
}

function pairsOf(ids, size) {
  return ids.slice(1).map((id, i) => ids[i] * size + id);
}

function warningOf({ work, owned }) {
  if (work.overflowed)
    return `Overflow: the net is shown at epoch ${work.epoch}, the last whose loss is a number. Take a smaller λ or learning rate.`;
  if (work.diverged)
    return "The net's loss ends higher than it began: its steps are too long. Take a smaller learning rate.";
  return work.behind
    ? `So far: epoch ${work.epoch.toLocaleString("en")} of ${owned.values.epochs.toLocaleString("en")}.`
    : "";
}
