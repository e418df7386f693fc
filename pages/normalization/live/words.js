// The division of one cell in words, and its numbers as text. Pure functions, no DOM.

import { decimals, fill, short } from "../../components/live/paint/format.js";

/** A number with at most so many digits, as people write it; what is no number says so. */
export function digits(value, most = 4) {
  return value === null ? "nan" : short(value, most);
}

/** Which of the sums a cell is divided by: that of its row, its column, or the only one. */
export function sumOf({ sums, summed, turns }, row, next) {
  return sums.length === 1 ? 0 : summed === "rows" && !turns ? row : next;
}

/** One cell: its count, the sum it meets, and what comes out. */
export function cellInWords(data, { row, next }) {
  const { labels, table, sums, probs, summed, turns } = data,
    cell = row * labels.length + next,
    i = sumOf(data, row, next);
  const of = { row: labels[row], next: labels[next], sum: labels[i] };
  const whose =
    sums.length === 1 ? data.texts.everything : fill(summed === "rows" ? data.texts.of_row : data.texts.of_column, of);
  const numbers = { count: digits(table[cell], 12), divisor: digits(sums[i], 12) },
    result = probs[cell] === null ? data.texts.nothing : decimals(probs[cell], 4);
  return fill(turns && i !== row ? data.texts.cell_other : data.texts.cell, { ...of, ...numbers, result, whose });
}

/** Every cell with what it is divided by and what comes out, for a file. */
export function cellRows(data) {
  const { labels, table, sums, probs } = data,
    size = labels.length;
  const rows = table.map((count, cell) => {
    const row = Math.floor(cell / size),
      next = cell % size;
    return [labels[row], labels[next], count, sums[sumOf(data, row, next)], probs[cell] ?? "nan"];
  });
  return [["previous", "next", "count", "divided by", "result"], ...rows];
}
