// The caption of a live picture: one sentence that says what is seen now. The rules are in texts.toml of each page.

import { isAtRest } from "../sync/page_state.js";
import { isGuessing, write } from "./canvas.js";
import { fill } from "./format.js";

/** A rule: its text holds while each of these facts is between its two ends. @typedef {{ when: Object<string, [number, number]>, text: string }} Rule */

/** The text of the first rule that holds for these facts, with its places filled from `numbers`; "" if none holds.
 * @param {Rule[]} rules @param {Object<string, number>} facts @param {Object<string, string>} numbers */
export function captionOf(rules, facts, numbers) {
  const holds = ({ when }) =>
    Object.entries(when).every(([name, [low, high]]) => facts[name] >= low && facts[name] <= high);
  const rule = rules.find(holds);
  return rule ? fill(rule.text, numbers) : "";
}

/** Show a caption in p.caption, chosen by the rules of the view's texts; their fact `guessing` is 1 until the guess is made.
 *  A screen reader reads it when nothing moves.
 * @param {any} S @param {{ facts: Object<string, number>, numbers: Object<string, string> }} known */
export function showCaption(S, { facts, numbers }) {
  const guessing = Number(isGuessing(S)),
    text = captionOf(S.data.texts.caption, { ...facts, guessing }, numbers);
  S.caption ??= S.root.querySelector(".caption");
  write(S.caption, text);
  sayAtRest(S, S.caption);
}

/** Let a screen reader read a text that moves with a hand, when nothing moves: from p.said, the element after it.
 * @param {any} S @param {Element} shown */
export function sayAtRest(S, shown) {
  if (isAtRest(S.page)) write(shown.nextElementSibling, shown.textContent);
}
