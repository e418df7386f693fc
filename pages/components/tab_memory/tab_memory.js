// Keeps the visitor's own list in this tab, and gives it back when the server asks for it.

import { forgetGuesses } from "../guess/kept.js";

const KEY = "bigram-lab-list";

/** Streamlit calls this on every run.
 * @param {{ data: { ask: boolean, list: string }, setTriggerValue: (name: string, value: any) => void }} component
 *  `list` is the list as text, "" to forget it */
export default function ({ data, setTriggerValue }) {
  try {
    if (data.ask) setTriggerValue("answer", { list: sessionStorage.getItem(KEY) ?? "" });
    else if (data.list) sessionStorage.setItem(KEY, data.list);
    else {
      sessionStorage.removeItem(KEY);
      forgetGuesses({ own: true });
    }
  } catch {
    if (data.ask) setTriggerValue("answer", { list: "" }); // a browser that keeps nothing
  }
}
