// The model at a temperature: one of its rows, and its names (names.js). Painted from the state alone, on every frame of
// a drag.

import { barsLayout, paintBarLabels, paintBars } from "../../components/live/paint/bars.js";
import { isGuessing, paintDashed, paintLine, paintWords, prepare, write } from "../../components/live/paint/canvas.js";
import { sayAtRest } from "../../components/live/paint/caption.js";
import { brief, decimals, fill, short } from "../../components/live/paint/format.js";
import { likeliest, rowOf, smoothedProbs, withTemperature } from "../../components/live/model/model.js";
import { wireSave } from "../../components/live/paint/save.js";
import { textsDue } from "../../components/live/sync/frame_budget.js";
import { findElements, mountView, showsPython } from "../../components/live/sync/live_view.js";
import { findNames, showNames, watchNames } from "./names.js";

const HIGH = 170, // pixels
  LINES = [0.01, 0.1, 0.5, 1]; // probabilities

export default (args) => mountView(args, { selector: ".heated", begin, use, paint: paintView });

function begin(S) {
  findElements(S, "title bars message tally list");
  watchNames(S);
  wireSave(S, {
    name: () => `what-follows-temperature-${S.page.values.temperature}`,
    title: () => S.data.texts.title,
    places: () => S.page.values,
    rows: () => [["next", "prob_at_1", "prob"], ...S.data.labels.map((next, i) => [next, S.asItIs[i], S.heated[i]])],
  });
}

function use(S) {
  const { counts, probs, known } = S.data;
  S.table = Float64Array.from(counts ?? probs);
  S.known = known === null ? null : new Set(known.split("\n"));
}

function paintView(S) {
  const { data, now, table } = S,
    { temperature, smoothing } = S.page.values,
    size = data.labels.length;
  const probs = data.counts ? smoothedProbs(table, size, smoothing) : table,
    asItIs = rowOf(probs, size, now.row),
    heated = withTemperature(asItIs, temperature),
    texts = textsDue(S, 2);
  Object.assign(S, { asItIs, heated });
  paintHeated(S);
  findNames(S, probs);
  if (!texts) return S.ask();
  const { likeliest: next, ...numbers } = showsPython(S) ? now.numbers : likeliestOf(asItIs, heated),
    [before, after] = [numbers.before, numbers.after].map((p) => decimals(p, 4));
  const letter = fill(next === 0 ? data.texts.end : data.texts.letter, { letter: data.labels[next] });
  write(S.title, now.title);
  const changed = isGuessing(S) ? data.texts.guessing : data.texts.likeliest,
    text = temperature === 1 ? data.texts.likeliest_at_1 : changed;
  write(S.message, fill(text, { letter, before, after, temperature: short(temperature) }));
  sayAtRest(S, S.message);
  showNames(S, probs);
}

/** The letter that is likeliest at the temperature, and its probability before and after. */
function likeliestOf(asItIs, heated) {
  const id = likeliest(heated);
  return { likeliest: id, before: asItIs[id], after: heated[id] };
}

/** Bars: the row at the temperature. A line across each: the row as it is. Both by the square root, from 0 to 1. */
function paintHeated({ bars, width, data, theme, asItIs, heated }) {
  const { ctx } = prepare(bars, width, HIGH),
    at = barsLayout({ width, height: HIGH }, heated.length, { left: 30, above: 8 });
  const lengthOf = (p) => Math.sqrt(p) * at.long;
  for (const line of LINES) {
    const y = at.base - lengthOf(line);
    paintDashed(ctx, theme.uniform, [at.left, y], [width, y]);
    paintWords(ctx, theme, brief(line), 0, y);
  }
  const colour = data.probs ? theme.net : theme.counted;
  paintBars(ctx, at, { lengthOf: (i) => lengthOf(heated[i]), colourOf: () => colour });
  asItIs.forEach((p, i) => {
    const [left, right] = [0.05, 0.95].map((part) => at.left + (i + part) * at.slot),
      y = at.base - lengthOf(p);
    const ends = [left, right].map((x) => [x, y]);
    paintLine(ctx, ends, { colour: theme.text, width: 2 });
  });
  paintBarLabels(ctx, at, { labels: data.labels, theme });
}
