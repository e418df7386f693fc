// Numbers in texts: the words are in texts.toml, the browser fills in what only it knows.

/** "Row {row}" and { row: "q" } give "Row q". A place whose value is missing stays as it is, so that somebody sees it.
 * @param {string} text @param {Object<string, any>} numbers */
export function fill(text, numbers) {
  return text.replace(/\{(\w+)\}/g, (place, name) => numbers[name] ?? place);
}
