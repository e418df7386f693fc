// A typed beginning: what Python has sent for it, or for the longest part of it. No state.

/** What belongs to a beginning: its own entry in `after`, if Python has sent it already. If not, that of the longest
 *  beginning of it that has one; or of `beginning`, for which there always is one.
 * @template T @param {{ beginning: string, after: Object<string, T> }} numbers @param {string} typed @returns {T} */
export function entryOf({ beginning, after }, typed) {
  for (let text = typed; text; text = text.slice(0, -1)) if (Object.hasOwn(after, text)) return after[text];
  return after[typed] ?? after[beginning];
}
