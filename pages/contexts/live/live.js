// Longer contexts: the state, and the events that change it. What it shows is in view.js.

import { openChanged, watchFolds } from "../../components/live/paint/folds.js";
import { isolated } from "../../components/live/paint/letters.js";
import { makeNumbers } from "../../components/live/paint/metrics.js";
import { wireSave } from "../../components/live/paint/save.js";
import { findElements, mountView } from "../../components/live/sync/live_view.js";
import { paintView } from "./view.js";

export default (args) => mountView(args, { selector: ".contexts", begin, use, paint });

function paint(S) {
  openChanged(S);
  paintView(S);
}

function begin(S) {
  findElements(S, "curve bars after size names numbers help");
  watchFolds(S);
  wireSave(S, {
    name: () => "contexts",
    title: () => S.data.texts.title,
    places: () => S.page.values,
    rows: () => rowsOf(S.data),
  });
}

/** Another list, or names of another seed. */
function use(S) {
  makeNumbers(S.numbers, S.data.shown, S.help);
  S.lists = S.data.names.map((names) => names.map((name) => itemOf(S.data, name)));
  S.listed = null;
}

/** A name in the list of names; one that is in the list of words has a mark. */
function itemOf(data, [name, known]) {
  const item = document.createElement("li");
  item.textContent = isolated(name) || data.texts.empty;
  item.classList.toggle("known", known);
  return item;
}

function rowsOf({ curves: { additive, kneser_ney: kneserNey } }) {
  const header = ["letters", "additive_train", "additive_dev", "kneser_ney_train", "kneser_ney_dev"];
  return [header, ...additive.train.map((nll, k) => [k, nll, additive.dev[k], kneserNey.train[k], kneserNey.dev[k]])];
}
