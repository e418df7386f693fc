// The pairs of the word that is looked at, and their loss. No DOM.

import { wordsOf } from "../../components/live/model/words.js";
import { cellOf } from "./words.js";

/** What Python has worked out; of a word that it does not know yet, the rows of the same W, and their loss. Of several
 *  words in `text`, the first is used. */
export function netOf({ data }, text) {
  const [ids] = wordsOf(text, data.labels, data.limits) ?? [];
  if (!ids || String(ids) === String([...data.xs, 0])) return data;
  const net = { ...data, xs: ids.slice(0, -1), ys: ids.slice(1) },
    nlls = net.ys.map((next, example) => -Math.log(data.probs[cellOf(net, { example, next })]));
  net.loss = nlls.reduce((sum, nll) => sum + nll, 0) / nlls.length;
  net.types = { ...data.types, columns: Math.max(...net.xs) + 1 };
  return net;
}
