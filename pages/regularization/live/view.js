// What λ beside smoothing shows, painted from its state alone: a drag, a rerun and a theme change all come through here.

import { paintBars, paintOutlines } from "../../components/live/paint/bars.js";
import { prepare, write } from "../../components/live/paint/canvas.js";
import { placeTip } from "../../components/live/paint/cell_pointer.js";
import { writeNumbers } from "../../components/live/paint/metrics.js";
import { smoothedProbs } from "../../components/live/model/model.js";
import { optimumProbs } from "../../components/live/model/optimum.js";
import { atRest } from "../../components/live/sync/shared_state.js";
import { halfDue, paintOnce, textsDue } from "../../components/live/sync/frame_budget.js";
import { positionOf } from "../../components/live/model/scale.js";
import {
  byRoot,
  bySign,
  paintCells,
  paintFrame,
  placeCanvas,
  squaresLayout,
} from "../../components/live/paint/grid.js";
import { heightOf, paintCurve, paintGaps, paintSpring, paintWords } from "./pictures.js";
import { gapsOfRows, likeliest, pullsOn, roundUp, sideBySide } from "./work.js";

const CURVES = 110,
  BARS = 150; // pixels high
const MOST = 0.1; // the difference at the ends of its scale

/** Show S. While a hand moves: both models' tables on every frame, the other pictures and the texts in turn. */
export function paintView(S) {
  const { size, theme } = S,
    { lam, smoothing, row } = S.owned.values,
    texts = textsDue(S, 2),
    others = halfDue(S, 1);
  optimumProbs(S.counts, size, lam, S.weights, S.netProbs);
  smoothedProbs(S.counts, size, smoothing, S.countedProbs);
  for (let i = 0; i < size * size; i++) S.differences[i] = S.netProbs[i] - S.countedProbs[i];
  paintStill(S);
  const [net, counted, difference] = S.tables;
  const pulled = pullsOn(S, { lam, row, next: S.next }),
    shows = JSON.stringify([S.still, lam, smoothing]);
  const show = (canvas, due, paint) => paintOnce(S, canvas, shows, due, paint);
  show(net.cells, true, () => paintCells(net.cells, S.netProbs, size, byRoot(theme.netScale, S.top)));
  show(counted.cells, true, () => paintCells(counted.cells, S.countedProbs, size, byRoot(theme.scale, S.top)));
  show(difference.cells, others, () =>
    paintCells(difference.cells, S.differences, size, bySign(theme.difference, MOST)),
  );
  show(S.gaps, others, () =>
    paintGaps(prepare(S.gaps, S.widths.gaps, BARS), {
      gaps: gapsOfRows(S.differences, size, S.gapsOfRows),
      size,
      labels: S.data.labels,
      row,
      theme,
    }),
  );
  show(S.bars, others, () =>
    paintBars(prepare(S.bars, S.widths.bars, BARS), { probs: S.netProbs, top: S.rowTop, size, row, colour: theme.net }),
  );
  show(S.spring, others, () => showSpring(S, pulled));
  showSlider(S, "lam", lam, "");
  showSlider(S, "smoothing", smoothing, " fake counts per cell");
  for (const { part, tip } of S.tables) {
    if (part === S.over) placeTip(S, tip, inWords(S), S.widths.table);
    else if (!tip.hidden) tip.hidden = true;
  }
  if (!texts) return S.ask();
  showTexts(S, atRest(S.owned) ? S.now.numbers : sideBySide(S, { lam, row }), pulled);
}

/** What does not move with the sliders: painted when the size, the theme, the data, the row or the pointer changes. */
function paintStill(S) {
  const { data, size, theme, hover, width } = S,
    { labels, curves } = data,
    { row } = S.owned.values;
  if (S.column !== null && S.columnRow !== row) S.column = S.hover?.row === row ? S.column : null; // another row was chosen elsewhere
  S.columnRow = row;
  S.next = S.column ?? likeliest(S.counts, size, row);
  const shown = JSON.stringify([width, devicePixelRatio, theme.name, S.source, row, S.next, hover?.row, hover?.next]);
  if (S.still === shown) return;
  S.still = shown;
  // widths are read here alone: reading one while painting would lay the page out anew on every frame
  S.widths = {
    lam: S.lamCurve.clientWidth,
    smoothing: S.smoothingCurve.clientWidth,
    table: S.table.clientWidth,
    gaps: S.gaps.clientWidth,
    bars: S.bars.clientWidth,
    spring: S.spring.clientWidth,
  };
  const at = (S.at = squaresLayout(S.widths.table, size));
  for (const { cells, table } of S.tables) {
    placeCanvas(cells, at.left, at.top, at.side, at.side);
    const { ctx } = prepare(table, S.widths.table, at.height);
    paintFrame(ctx, at, { size, labels, row, hover, theme });
    ctx.strokeRect(at.left + S.next * at.cell, at.top + row * at.cell, at.cell, at.cell);
  }
  for (const [name, colour] of [
    ["lam", theme.net],
    ["smoothing", theme.counted],
  ])
    paintCurve(prepare(S.sides[name].curve, S.widths[name], CURVES), {
      ...curves[name],
      chance: curves.chance,
      floor: curves.floor,
      x: along(S, name),
      colour,
      theme,
    });
  S.rowTop = S.unsmoothed.subarray(row * size, (row + 1) * size).reduce((a, b) => Math.max(a, b), 1 / size);
  paintOutlines(prepare(S.outlines, S.widths.bars, BARS), {
    outlined: S.unsmoothed,
    top: S.rowTop,
    size,
    labels,
    row,
    theme,
  });
  S.root.style.setProperty("--high", theme.dark ? theme.high_dark : theme.high_light);
  S.root.style.setProperty("--net-high", theme.dark ? theme.net_dark : theme.net_light);
  write(S.key, S.top.toFixed(4));
}

/** From a position of a slider to pixels: its thumb is 18 wide. */
function along({ data, widths }, name) {
  return (position) => 9 + (Math.min(position, data.scales[name].last) / data.scales[name].last) * (widths[name] - 18);
}

/** A number on its slider and in words, and its dots on the curve, over the thumb. */
function showSlider(S, name, value, unit) {
  const { slider, output } = S.sides[name],
    text = value.toLocaleString("en", { maximumSignificantDigits: 12 });
  slider.value = Math.round(positionOf(S.data.scales[name], value));
  if (write(output, text)) slider.setAttribute("aria-valuetext", `${text}${unit}`);
}

function showSpring(S, { w, data, penalty }) {
  const { theme } = S,
    canvas = prepare(S.spring, S.widths.spring, BARS);
  if (w === null)
    return paintWords(
      canvas,
      [
        "λ is 0: nothing pulls back.",
        "The data alone decide, and pairs that were",
        "never counted pull their W to −∞.",
      ],
      theme,
    );
  const most = roundUp(
    Math.max(
      1e-9,
      S.weights.reduce((top, weight) => Math.max(top, Math.abs(weight)), 0),
    ),
  );
  paintSpring(canvas, {
    w,
    data,
    penalty,
    most,
    full: roundUp(Math.max(1e-12, Math.abs(data), Math.abs(penalty))),
    theme,
  });
}

/** `numbers` are Python's at rest; while something moves, or is on its way to Python, the browser's own. */
function showTexts(S, numbers, { count, expected, w, data, penalty }) {
  const { labels, curves } = S.data,
    { row } = S.owned.values,
    pair = (a, b) => `“${labels[a]}${labels[b]}”`;
  for (const list of Object.values(S.lists)) writeNumbers(list, numbers);
  for (const [name, nll, entropy] of [
    ["lam", numbers.net_nll, numbers.net_entropy],
    ["smoothing", numbers.nll, numbers.entropy],
  ]) {
    const x = along(S, name)(positionOf(S.data.scales[name], S.owned.values[name])),
      y = (nats) => heightOf({ ...curves, height: CURVES }, nats);
    S.sides[name].dots.nll.style.transform = `translate(${x}px, ${y(nll)}px)`;
    S.sides[name].dots.entropy.style.transform = `translate(${x}px, ${y(entropy)}px)`;
  }
  write(
    S.nearest,
    `${smoothingText(numbers.nearest)} fake counts per cell; ${numbers.nearest_kl.toFixed(7)} nats are left over there.`,
  );
  write(S.furthest, `${numbers.difference.toFixed(4)}, at ${pair(numbers.previous, numbers.next)}`);
  write(S.gapped, `in row “${labels[row]}” ${numbers.row_difference.toFixed(4)}, at ${pair(row, numbers.row_next)}`);
  write(S.title, `After “${labels[row]}”`);
  write(S.factor, numbers.factor === null ? "there is no finite W" : `exp(W) × ${numbers.factor.toPrecision(5)}`);
  const digits = (pull) => (Math.abs(pull) < 1e-14 ? "0" : pull.toPrecision(3).replace("-", "−"));
  const counted = `${pair(row, S.next)} was counted ${count.toLocaleString("en")} times; the net expects ${expected.toFixed(1)}. Data: (${count.toLocaleString("en")} − ${expected.toFixed(1)}) / ${S.n.toLocaleString("en")} = ${digits(data)}.`;
  write(
    S.pulled,
    w === null
      ? counted
      : `${counted} λ: −2 × λ × W / ${S.size ** 2} with W = ${w.toFixed(4).replace("-", "−")} gives ${digits(penalty)}.`,
  );
}

/** Where its valley is flat, fewer digits mean something. */
function smoothingText(smoothing) {
  return smoothing < 100
    ? smoothing.toFixed(4)
    : smoothing.toLocaleString("en", { maximumSignificantDigits: smoothing < 1000 ? 5 : 3 });
}

function inWords({ hover, data, size, counts, netProbs, countedProbs }) {
  if (!hover) return "";
  const i = hover.row * size + hover.next,
    [a, b] = [data.labels[hover.row], data.labels[hover.next]],
    difference = netProbs[i] - countedProbs[i];
  return `${a}${b}: counted ${counts[i].toLocaleString("en")} times. P(${b} | ${a}): net ${netProbs[i].toFixed(4)}, counted ${countedProbs[i].toFixed(4)}, ${difference < 0 ? "−" : "+"}${Math.abs(difference).toFixed(4)}`;
}
