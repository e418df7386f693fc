// Numbers as text, each way to write one. Pure functions, no DOM. In all of them a minus is "−", never a hyphen; what
// rounds to 0 has no sign; infinity is "∞" (from Python it comes as a text, as JSON has none); null is "–".

const EXACT = new Intl.NumberFormat("en", { maximumSignificantDigits: 12 });

/** A count or a setting with all its digits, thousands apart: 32,033, 0.0005. */
export function exact(value) {
  return write(value, (number) => EXACT.format(number));
}

/** A number with this many decimals; from a million on, as a loss that has run away, as a power of ten. */
export function decimals(value, digits) {
  return write(value, (number) => (Math.abs(number) < 1e6 ? number.toFixed(digits) : number.toExponential(3)));
}

/** A difference: the same with "+" or "−" before it, unless it rounds to 0. */
export function signed(value, digits) {
  const text = decimals(value, digits);
  return value > 0 && /[1-9∞]/.test(text) ? `+${text}` : text;
}

/** A number with this many significant digits, zeros at the end included: 0.0083310. */
export function significant(value, digits) {
  return write(value, (number) => number.toPrecision(digits));
}

/** A number with at most this many significant digits, and no zeros at the end: 0.25. Whole numbers stay whole. */
export function short(value, digits = 4) {
  return Number.isInteger(value) ? exact(value) : write(value, (number) => String(Number(number.toPrecision(digits))));
}

/** Short labels of an axis or of marks: 500, 2k, 1M; below 0.001 a power of ten. */
export function brief(value) {
  return write(value, (number) => {
    const size = Math.abs(number);
    if (size >= 1e6) return `${number / 1e6}M`;
    if (size >= 1000) return `${number / 1000}k`;
    return size > 0 && size < 0.001 ? number.toExponential(0) : String(number);
  });
}

/** A share below 1 where there is little room: .1377. */
export function withoutZero(value, digits) {
  return decimals(value, digits).replace(/^0(?=\.)/, "");
}

/** A pair of letters and what is known of it: how often it was counted, and its probability. */
export function pairText(labels, { row, next }, count, prob) {
  const [a, b] = [labels[row], labels[next]];
  return `${a}${b}: counted ${exact(count)} times, P(${b} | ${a}) = ${decimals(prob, 6)}`;
}

function write(value, inDigits) {
  if (value === null) return "–";
  const number = { inf: Infinity, "-inf": -Infinity }[value] ?? value;
  if (Math.abs(number) === Infinity) return number > 0 ? "∞" : "−∞";
  return inDigits(number)
    .replace(/^-(?=[0.,]*$)/, "")
    .replaceAll("-", "−");
}
