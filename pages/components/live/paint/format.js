// All the ways to write a number as text, and texts with places for numbers. Pure functions, no DOM. In all numbers a minus is "−", never a hyphen; what
// rounds to 0 has no sign; infinity is "∞" (Python sends it as "inf", because JSON has no infinity); null is "–".

import { isolated, joined } from "./letters.js";

/** A number, or what Python sends in its place: "inf", "-inf" or null. @typedef {number | string | null} Value */

const EXACT = new Intl.NumberFormat("en", { maximumSignificantDigits: 12 });

/** A count or a setting with all its digits, and commas: 32,033, 0.0005. @param {Value} value */
export function exact(value) {
  return write(value, (number) => EXACT.format(number));
}

/** A number with this many decimals. From a million on it is written as a power of ten, as for a loss that diverges.
 * @param {Value} value @param {number} digits */
export function decimals(value, digits) {
  return write(value, (number) => (Math.abs(number) < 1e6 ? number.toFixed(digits) : number.toExponential(3)));
}

/** A difference: the same with "+" or "−" before it, unless it rounds to 0.
 * @param {Value} value @param {number} digits */
export function signed(value, digits) {
  const text = decimals(value, digits);
  return Number(value) > 0 && /[1-9∞]/.test(text) ? `+${text}` : text;
}

/** A number with this many significant digits, also when the last are zeros: 0.0083310.
 * @param {Value} value @param {number} digits */
export function significant(value, digits) {
  return write(value, (number) => number.toPrecision(digits));
}

/** A number with at most this many significant digits, and no zeros at the end: 0.25. Whole numbers keep all their
 *  digits.
 * @param {Value} value @param {number} [digits] */
export function short(value, digits = 4) {
  return Number.isInteger(value) ? exact(value) : write(value, (number) => String(Number(number.toPrecision(digits))));
}

const NEAR = 0.00001; // nearer to 0 or 1, a share in percent with three decimals would look like nothing or all

/** A share from 0 to 1 in percent: one decimal, three within 0.1 % of nothing or of all. @param {number} share */
export function percent(share) {
  if ((share > 0 && share < NEAR) || (share > 1 - NEAR && share < 1)) return share < NEAR ? "< 0.001 %" : "> 99.999 %";
  const plain = share === 0 || share === 1 || (share >= 0.001 && share <= 0.999);
  return `${decimals(100 * share, plain ? 1 : 3)} %`;
}

/** A short label of an axis or of a mark: 500, 2k, 1M; below 0.001 a power of ten. @param {Value} value */
export function brief(value) {
  return write(value, (number) => {
    const size = Math.abs(number);
    if (size >= 1e6) return `${number / 1e6}M`;
    if (size >= 1000) return `${number / 1000}k`;
    return size > 0 && size < 0.001 ? number.toExponential(0) : String(number);
  });
}

/** A share below 1 without its 0, where there is little room: .1377. @param {Value} value @param {number} digits */
export function withoutZero(value, digits) {
  return decimals(value, digits).replace(/^0(?=\.)/, "");
}

/** A text of texts.toml with its places filled: "Row {row}" and { row: "q" } give "Row q". A place whose value is missing
 *  stays as it is, so that somebody sees it. Letters that are read from right to left turn nothing else round.
 * @param {string} text @param {Object<string, any>} numbers */
export function fill(text, numbers) {
  return text.replace(/\{(\w+)\}/g, (place, name) => isolated(String(numbers[name] ?? place)));
}

/** A pair of letters, how often it was counted, and its probability.
 * @param {{ labels: string[], shared: Object<string, string> }} data @param {{ row: number, next: number }} cell
 * @param {number} count @param {number} prob */
export function pairText(data, { row, next }, count, prob) {
  const letters = { row: data.labels[row], next: data.labels[next] },
    pair = joined([letters.row, letters.next]);
  return fill(data.shared.pair, { pair, ...letters, count: exact(count), prob: decimals(prob, 6) });
}

/** @param {Value} value @param {(number: number) => string} inDigits */
function write(value, inDigits) {
  if (value === null) return "–";
  const number = { inf: Infinity, "-inf": -Infinity }[value] ?? Number(value);
  if (Math.abs(number) === Infinity) return number > 0 ? "∞" : "−∞";
  return inDigits(number)
    .replace(/^-(?=[0.,]*$)/, "")
    .replaceAll("-", "−");
}
