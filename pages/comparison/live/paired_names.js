// The names of both models from one stream: two running lists, and each name of both from the same place of it.

import { rowOf } from "../../components/live/model/model.js";
import { prepare, write } from "../../components/live/paint/canvas.js";
import { make } from "../../components/live/paint/elements.js";
import { decimals, fill } from "../../components/live/paint/format.js";
import { clusters } from "../../components/live/paint/letters.js";
import { writeNames, writeWords } from "../../components/live/paint/metrics.js";
import { showsPython } from "../../components/live/sync/live_view.js";
import { paintPicture, pictureLayout } from "../../components/live/paint/draw_line.js";
import {
  decisionAt,
  firstDifference,
  openTape,
  sampleFromEach,
  sampleRunning,
} from "../../components/live/model/streams.js";

const MAX_LEN = 1000;

/** Draw all names anew: S.names = { counts, net } (running lists) and S.aligned, the net's names from where the counted ones begin. */
export function drawNames(S) {
  const { seed, n, ...values } = S.page.values,
    stream = values.stream === "torch" ? S.data.torch : values.stream,
    key = `${stream} ${seed} ${S.size}`;
  if (!stream) return (S.names = null); // torch itself, which no stream here is like: Python alone can draw it
  if (S.tapes.key !== key) S.tapes = { key, tape: openTape(stream, BigInt(seed), S.size) };
  const { tape } = S.tapes,
    running = (probs) => sampleRunning(tape, probs, S.size, n, MAX_LEN);
  S.names = { counts: running(S.countedProbs), net: running(S.netProbs) };
  const places = S.names.counts.map(({ place }) => place);
  S.aligned = sampleFromEach(tape, S.netProbs, S.size, places, MAX_LEN);
}

/** Show them; a card is made anew only where its names are others. */
export function showCards(S) {
  if (!S.names) {
    for (const model of ["counts", "net"]) writeWords(S.running[model], S.now.names[model], S.data);
    return S.cards.replaceChildren();
  }
  for (const model of ["counts", "net"]) writeNames(S.running[model], S.names[model], S.data);
  while (S.cards.children.length > S.names.counts.length) S.cards.lastChild.remove();
  const parted = S.names.counts.findIndex((one, j) => firstDifference(one, S.aligned[j]) >= 0);
  S.open = Math.min(S.opened ?? Math.max(parted, 0), S.names.counts.length - 1); // until one is chosen, the first that differs
  S.names.counts.forEach((one, j) => showCard(S, j, one, S.aligned[j]));
  write(S.tally, inPlainWords(S));
}

function showCard(S, j, one, other) {
  const card = S.cards.children[j] ?? S.cards.appendChild(makeCard(S, j)),
    button = card.firstChild,
    key = `${one.ids}|${other.ids}`;
  const pressed = String(j === S.open);
  if (button.ariaPressed !== pressed) button.ariaPressed = pressed;
  if (card.shown === key) return;
  card.shown = key;
  const at = firstDifference(one, other);
  button.replaceChildren(lettersOf(S, one, at, "counts"), lettersOf(S, other, at, "net"));
}

function makeCard(S, j) {
  const onclick = () => {
    S.opened = j;
    S.why.open = true;
    S.ask();
  };
  return make("li", {}, make("button", { type: "button", onclick }));
}

/** A name, its letter at `at` marked; “.” where it ends there. */
function lettersOf({ data }, { ids, cut }, at, model) {
  const line = make("span", { className: model, dir: "auto" }),
    end = cut ? ["…"] : at === ids.length ? ["."] : [],
    letters = clusters([...ids.map((id) => data.labels[id]), ...end]);
  line.append(
    ...letters.map(({ text, at: first, length }) =>
      at >= first && at < first + length ? make("mark", {}, text) : text,
    ),
  );
  if (letters.length === 0) line.append(data.shared.empty);
  return line;
}

/** The draw at which the opened pair parts, or its last, from both rows. */
export function paintDraw(S) {
  S.draw.hidden = !S.names;
  if (!S.names || !S.widths.draw) return;
  const j = S.open,
    one = S.names.counts[j],
    other = S.aligned[j],
    at = firstDifference(one, other);
  const step = at < 0 ? one.ids.length : at,
    row = step ? one.ids[step - 1] : 0,
    { data } = S,
    { labels } = data,
    next = {};
  for (const [model, probs] of [
    ["counts", S.countedProbs],
    ["net", S.netProbs],
  ]) {
    const canvas = S.pictures[model],
      decision = decisionAt(S.tapes.tape, probs, S.size, row, one.place + step),
      width = S.widths.draw;
    const layout = pictureLayout(width, S.size, decision.kind),
      { ctx } = prepare(canvas, width, layout.height);
    const theme = model === "net" ? { ...S.theme, counted: S.theme.net } : S.theme,
      p = Array.from(rowOf(probs, S.size, row));
    const draw = { previous: row, next: (next[model] = decision.next), u: decision.u, ratio: decision.ratio };
    const { kind, cumulative } = decision;
    paintPicture(ctx, layout, { data, kind, draw, row: { p, cumulative }, phase: 1, hover: null, theme });
  }
  const where = fill(data.texts.place, { name: j + 1, draw: step + 1, row: labels[row] }),
    letters = { counted: labels[next.counts], net: labels[next.net] };
  write(S.drawn, `${where} ${fill(at < 0 ? data.texts.both : data.texts.differ, letters)}`);
}

/** How many of the pairs are the same name in both models; null where the names are not known. */
export function sameNames({ names, aligned }) {
  return names && aligned.filter((other, j) => firstDifference(names.counts[j], other) < 0).length;
}

/** The names counted, in plain words. */
function inPlainWords(S) {
  const { data, names, aligned, now } = S,
    n = aligned.length,
    same = sameNames(S);
  const alone = (list) => list.filter(({ ids }) => ids.length === 1).length,
    length = (list) => decimals(list.reduce((sum, { ids }) => sum + ids.length, 0) / n, 1);
  const lengths = { counted: length(names.counts), net: length(aligned) },
    ones = { one_counted: alone(names.counts), one_net: alone(aligned) };
  const said = [
    fill(same === 1 ? data.texts.one_same : data.texts.same, { n, same }),
    fill(data.texts.lengths, { ...ones, ...lengths }),
  ];
  if (showsPython(S) && now.real) said.push(fill(data.texts.real, { counted: now.real.counts, net: now.real.net }));
  return said.join(" ");
}
