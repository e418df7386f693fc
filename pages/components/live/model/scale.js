// The scale of a slider that spans decades: the port of analysis/views/slider.py. Pure functions, no DOM.

/** What Scale.to_browser gives.
 * @typedef {{ knee: number, even: number, per_decade: number, last: number, stops: number[] }} Scale */

/** Scale.position: the position of a value, 0 to last, not rounded to a whole position.
 * @param {Scale} scale @param {number} value @returns {number} */
export function positionOf({ knee, even, per_decade: perDecade }, value) {
  if (value <= knee) return (even * value) / knee;
  return even + perDecade * (Math.log10(value) - Math.log10(knee));
}

/** Scale.at: the value at a position: a stop exactly, else rounded to three digits.
 * @param {Scale} scale @param {number} position @returns {number} */
export function valueAt(scale, position) {
  const stop = scale.stops.find((stop) => Math.abs(positionOf(scale, stop) - position) < 0.5);
  return stop ?? valueBetween(scale, position);
}

/** The same without stops, for an animation, which must move evenly.
 * @param {Scale} scale @param {number} position @returns {number} */
export function valueBetween({ knee, even, per_decade: perDecade }, position) {
  const value = position < even ? (knee * position) / even : 10 ** (Math.log10(knee) + (position - even) / perDecade);
  return Number(value.toPrecision(3));
}
