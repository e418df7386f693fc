// Numbers in texts: the words stand in texts.toml, the browser fills what it alone knows.

/** "Row {row}" and { row: "q" }: "Row q". A number that is missing shows as its name, so that it is seen. */
export function fill(text, numbers) {
  return text.replace(/\{(\w+)\}/g, (place, name) => numbers[name] ?? place);
}
