// What the replay shows, painted from its state alone: a step, a frame of an animation, a rerun and a theme change.

import { prepare, write } from "../../components/live/paint/canvas.js";
import { decimals, fill, short } from "../../components/live/paint/format.js";
import { joined } from "../../components/live/paint/letters.js";
import { paintPicture, pictureLayout } from "../../components/live/paint/draw_line.js";

export function paintView(S) {
  const { data, theme, width } = S,
    { labels, kind } = data,
    now = data.draws[S.at - 1];
  const at = pictureLayout(width, labels.length, kind),
    row = data.rows[now.previous];
  const { ctx } = prepare(S.picture, width, at.height);
  paintPicture(ctx, at, { data, kind, draw: now, row, phase: S.phase, hover: S.hover, theme });
  showTip(S, at, now, row);
  const come = S.phase === 1,
    shown = `${S.source} ${S.at} ${come}`;
  if (S.shown === shown) return; // the words below need no new layout on every frame
  S.shown = shown;
  S.slider.value = S.at;
  S.back.disabled = S.at === 1;
  S.forward.disabled = S.at === data.draws.length;
  const text = inWords(data, S.at, come);
  S.slider.setAttribute("aria-valuetext", text);
  const alt = { inversion: data.texts.inversion_alt, race: data.texts.race_alt, unseen: data.texts.unseen_alt }[kind];
  S.picture.setAttribute("aria-label", fill(alt, { draw: text }));
  write(S.words, text);
  showLetters(S);
}

/** Every draw a button, a word a line: the letter once it has come, a dot before. */
function showLetters(S) {
  const { data } = S,
    { draws, labels } = data,
    hasCome = (i) => i < S.at - 1 || (i === S.at - 1 && S.phase === 1);
  S.letters.forEach((button, i) => {
    const come = hasCome(i),
      drawn = { draw: i + 1, letter: labels[draws[i].next] };
    write(button, come ? drawn.letter : "_");
    button.setAttribute("aria-label", fill(come ? data.texts.drawn : data.texts.not_drawn, drawn));
    if (i === S.at - 1) button.setAttribute("aria-current", "step");
    else button.removeAttribute("aria-current");
  });
  S.placesOf.forEach((places, j) => {
    const whole = S.names.children[j].querySelector("bdi"),
      letters = places.filter((i) => hasCome(i) && draws[i].next).map((i) => labels[draws[i].next]);
    if (whole) write(whole, joined(letters));
  });
  S.names.scrollTop = S.letters[S.at - 1].offsetTop - S.names.clientHeight / 2; // where they are too many, this one in sight
}

/** One draw in words, with the numbers that decided it; before the letter has come, only where it is drawn from. */
function inWords(data, at, come) {
  const { labels, draws, rows, kind } = data,
    { previous, next, u, e, ratio, second } = draws[at - 1],
    { p, cumulative } = rows[previous];
  const came = fill(next === 0 ? data.texts.end : data.texts.letter, { letter: labels[next] });
  const start = fill(previous === 0 ? data.texts.first : data.texts.start, { draw: at, letter: labels[previous] });
  if (!come) return `${start} …`;
  if (kind === "inversion") {
    const low = next ? cumulative[next - 1] : 0,
      [shown, from, to] = tellApart([u, low, cumulative[next]]);
    return `${start} ${fill(data.texts.inversion, { u: shown, came, from, to })}`;
  }
  if (kind === "unseen") return `${start} ${fill(data.texts.unseen, { came, p: decimals(p[next], 4) })}`;
  const numbers = { p: digits(p[next]), u: digits(u[next]), e: digits(e[next]), ratio: digits(ratio[next]) };
  const behind =
    second === null
      ? data.texts.alone
      : fill(data.texts.second, { letter: labels[second], ratio: digits(ratio[second]) });
  return `${start} ${fill(data.texts.race, { came, ...numbers, behind })}`;
}

/** Numbers with four decimals, or as many as tell them apart. */
function tellApart(values) {
  const written = (places) => values.map((value) => decimals(value, places));
  for (let places = 4; places < 7; places++)
    if (new Set(written(places)).size === values.length) return written(places);
  return written(7);
}

/** Four decimals, or four digits where that is more. */
function digits(value) {
  return value === 0 || value >= 0.1 ? decimals(value, 4) : short(value);
}

function showTip(S, at, now, { p, cumulative }) {
  S.tip.hidden = S.hover === null;
  if (S.hover === null) return;
  const i = S.hover,
    { data } = S,
    { labels, kind } = data,
    parts = [fill(data.texts.tip, { letter: labels[i], row: labels[now.previous], p: p[i] })];
  if (kind === "inversion")
    parts.push(fill(data.texts.tip_inversion, { from: i ? cumulative[i - 1] : 0, to: cumulative[i] }));
  if (kind === "race") parts.push(fill(data.texts.tip_race, { u: now.u[i], e: now.e[i], ratio: now.ratio[i] }));
  S.tip.textContent = parts.join(", ");
  const left = Math.min(at.x(i) + 12, S.width - S.tip.offsetWidth);
  Object.assign(S.tip.style, { left: `${Math.max(0, left)}px`, top: `${S.pointer + 16}px` });
}
