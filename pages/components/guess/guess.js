// The guess of a page: a question, a box or a few buttons, and after the guess the answer beside it. The guess itself is never
// sent. With `tell`, the server hears that one was made.

import { make } from "../live/paint/elements.js";
import { fill } from "../live/paint/format.js";
import { writeMarked } from "../live/paint/marked.js";
import { asSentence, isRight, onLine, parseGuess, shownNumber } from "./judge.js";
import { keepGuess, keptGuess } from "./kept.js";

let lastShown; // Streamlit can show a page's guess before it takes away the one of the page before

/** Streamlit calls this on every run.
 * @param {{ parentElement: any, data: string, setStateValue: (name: string, value: boolean) => void }} component */
export default function ({ parentElement, data: text, setStateValue }) {
  const root = parentElement.querySelector(".guess"),
    data = JSON.parse(text);
  if (root.shows !== text) {
    root.shows = text;
    root.tell = (made) => {
      if (data.tell && made !== Boolean(root.told)) setStateValue("made", (root.told = made));
    };
    show(root, data);
  }
  tellPage(root.open ? "open" : "made");
  lastShown = root;
  return () => {
    if (!root.isConnected && lastShown === root) tellPage(null); // the visitor has left the page
  };
}

function show(root, data) {
  if (!data.ask) return;
  const kept = keptGuess(data.page, data.list);
  root.open = !kept;
  root.tell(!root.open);
  root.replaceChildren(kept ? answered(data, kept.guess) : asked(root, data));
}

/** Hide or show what answers the question: page_frame.css and live_view.js look at this attribute.
 * @param {"open" | "made" | null} guess null: no guess is asked for */
function tellPage(guess) {
  if (guess) document.body.dataset.guess = guess;
  else delete document.body.dataset.guess;
  dispatchEvent(new Event("guessing"));
}

/** The question, with what is needed to answer it. */
function asked(root, data) {
  const refused = make("p", { className: "refused", role: "status" }),
    form = make("form", {}, make("p", { className: "ask" }));
  const take = (guess) => {
    keepGuess(data.page, {
      list: data.list,
      own: data.own,
      ask: data.ask,
      guess,
      right: isRight(data, guess),
      ...inWords(data, guess),
    });
    show(root, data);
    tellPage("made");
    root.querySelector(".result")?.focus({ preventScroll: true });
  };
  writeMarked(form.firstElementChild, fill(data.texts.ask, { ask: data.ask }));
  const line = make("div", { className: "line" });
  if (data.options) {
    for (const option of Object.keys(data.options))
      line.append(make("button", { type: "button", textContent: option, onclick: () => take(option) }));
  } else {
    const box = make("input", { type: "text", inputMode: "decimal", autocomplete: "off", enterKeyHint: "done" });
    box.setAttribute("aria-label", [data.texts.box, data.unit].filter(Boolean).join(", "));
    line.append(box, make("span", { className: "unit", textContent: data.unit }));
    line.append(make("button", { type: "submit", textContent: data.texts.guess }));
    form.onsubmit = (event) => {
      event.preventDefault();
      const guess = parseGuess(box.value);
      if (guess !== undefined) return take(guess);
      const got = box.value.trim().slice(0, 60);
      refused.textContent = got ? fill(data.texts.refused, { got }) : data.texts.nothing;
    };
  }
  line.append(
    make("button", { type: "button", className: "show", textContent: data.texts.show, onclick: () => take(null) }),
  );
  form.append(line, refused);
  return form;
}

/** The guess and the answer. `guess` is null if the visitor has only looked. */
function answered(data, guess) {
  const result = make("div", { className: "result", tabIndex: -1 }),
    text = make("p", { role: "status" }),
    again = make("button", { type: "button", className: "again", textContent: data.texts.again });
  const { texts } = data,
    right = isRight(data, guess),
    verdict = guess === null ? texts.looked : right ? texts.right : texts.wrong;
  const why = data.options && guess !== null ? data.options[guess] : data.why;
  writeMarked(text, `${asSentence(data.ask)} ${fill(verdict, { ...inWords(data, guess), why })}`);
  again.onclick = () => {
    keepGuess(data.page, null);
    const root = result.parentElement;
    show(root, data);
    tellPage("open");
    /** @type {HTMLElement} */ (root.querySelector("input, button")).focus({ preventScroll: true });
  };
  text.append(" ", again);
  result.append(text);
  if (!data.options && guess !== null) result.append(lineOfNumbers(data, guess));
  return result;
}

/** The guess and the answer as texts. */
function inWords({ answer, unit, digits, options }, guess) {
  if (options) return { said: guess ?? "", answer };
  const withUnit = (text) => `${text} ${text === "1" ? unit.replace(/s$/, "") : unit}`.trim(); // 1 cell, 2 cells
  return {
    said: guess === null ? "" : withUnit(shownNumber(guess)),
    answer: withUnit(answer.toFixed(digits).replace("-", "−")),
  };
}

/** A line with the guess and the answer at their places. */
function lineOfNumbers(data, guess) {
  const places = onLine(data, guess),
    line = make("div", { className: "numberline" });
  line.setAttribute("aria-hidden", "true"); // the text says the same
  for (const [name, value] of [
    ["truth", data.answer.toFixed(data.digits)],
    ["yours", shownNumber(guess)],
  ]) {
    const mark = make("span", { className: name, textContent: fill(data.texts[name], { value }) });
    mark.style.setProperty("--at", String(places[name]));
    mark.classList.toggle("from-right", places[name] > 0.5);
    line.append(mark);
  }
  return line;
}
