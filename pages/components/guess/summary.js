// All guesses of the evening, each with its answer.

import { make } from "../live/paint/elements.js";
import { fill } from "../live/paint/format.js";
import { writeMarked } from "../live/paint/marked.js";
import { asSentence } from "./judge.js";
import { canKeep, forgetGuesses, keptGuesses } from "./kept.js";

/** Streamlit calls this on every run. @param {{ parentElement: any, data: string }} component */
export default function ({ parentElement, data }) {
  show(parentElement.querySelector(".summary"), JSON.parse(data));
}

function show(root, { titles, texts }) {
  const all = Object.entries(keptGuesses()).filter(([page]) => titles[page]),
    guessed = all.filter(([, { guess }]) => guess !== null);
  const count = make("p", { tabIndex: -1 });
  const right = guessed.filter(([, one]) => one.right).length,
    counted = guessed.length ? fill(texts.count, { right, guessed: guessed.length }) : texts.only_answers;
  writeMarked(count, `${all.length ? counted : texts.none} ${canKeep() ? texts.kept : texts.not_kept}`);
  if (!all.length) return root.replaceChildren(count);
  const rows = all.map(([page, { ask, guess, said, answer, right }]) =>
    make(
      "tr",
      {},
      make("td", { textContent: titles[page] }),
      make("td", { textContent: asSentence(ask).replaceAll("`", "").replaceAll("**", "") }),
      make("td", { textContent: guess === null ? texts.only_looked : said }),
      make("td", { textContent: `${right ? "✓ " : ""}${answer}` }),
    ),
  );
  const head = make("tr", {}, ...texts.columns.map((name) => make("th", { textContent: name, scope: "col" }))),
    forget = make("button", { type: "button", textContent: texts.forget });
  forget.onclick = () => {
    forgetGuesses();
    show(root, { titles, texts });
    root.firstElementChild.focus({ preventScroll: true });
  };
  const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows));
  root.replaceChildren(count, make("div", { className: "scroll" }, table), forget);
}
