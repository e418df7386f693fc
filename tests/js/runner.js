// Imports the modules that are named on the command line. Then, for each line of input, evaluates an expression in which
// what they export and `x` are known, and prints { value } or { error } as one line of JSON.

import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const modules = await Promise.all(process.argv.slice(2).map((path) => import(pathToFileURL(path).href)));
const exported = Object.assign({}, ...modules);

/** JSON as Python reads it: typed arrays are lists; what is not finite stands as Infinity, -Infinity or NaN. */
function write(answer) {
  const text = JSON.stringify(answer, (_, value) => {
    if (typeof value === "number" && !Number.isFinite(value)) return `@${value}@`;
    return ArrayBuffer.isView(value) ? Array.from(value) : value;
  });
  console.log(text.replace(/"@(-?Infinity|NaN)@"/g, "$1"));
}

for await (const line of createInterface({ input: process.stdin })) {
  const { expression, x } = JSON.parse(line);
  try {
    write({
      value: new Function(...Object.keys(exported), "x", `return ${expression}`)(...Object.values(exported), x),
    });
  } catch (error) {
    write({ error: String(error.stack) });
  }
}
