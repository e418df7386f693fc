// What a guess means, and whether it is right. Pure functions, no DOM.

/** What Python says of a guess at a number.
 * @typedef {{ answer: number, within: number, times: number, low: number }} Asked */

/** The number that a text means, with a point or a comma before its decimals; undefined if it means none.
 * @param {string} text */
export function parseGuess(text) {
  const plain = text
    .trim()
    .replace("−", "-")
    .replace(/^([+-]?[1-9]\d{0,2}(,\d{3})+)(?=\.|$)/, (whole) => whole.replaceAll(",", ""))
    .replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) && plain.length < 20 ? Number(plain) : undefined;
}

/** True if a guess is the answer, or near enough to it. @param {any} asked @param {number | string | null} guess */
export function isRight(asked, guess) {
  if (guess === null) return false;
  if (typeof guess === "string") return guess === asked.answer;
  const { answer, within, times } = asked;
  return times ? guess >= answer / times && guess <= answer * times : Math.abs(guess - answer) <= within;
}

/** A number as the visitor typed it, with a real minus. @param {number} value */
export function shownNumber(value) {
  return new Intl.NumberFormat("en", { maximumSignificantDigits: 8 }).format(value).replace("-", "−");
}

/** The places of the answer and of the guess on a line from 0 to 1. The line ends a little beyond both.
 * @param {Asked} asked @param {number} guess */
export function onLine({ answer, low }, guess) {
  const start = Math.min(low, answer, guess),
    end = Math.max(answer, guess) + 0.1 * (Math.max(answer, guess) - start || 1);
  return { truth: (answer - start) / (end - start), yours: (guess - start) / (end - start) };
}

/** A question that begins with a capital: where it is asked, it goes on after a colon. @param {string} ask */
export function asSentence(ask) {
  return ask[0].toUpperCase() + ask.slice(1);
}
