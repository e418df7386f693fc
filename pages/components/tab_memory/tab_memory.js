// Keeps the visitor's own list in this tab, and gives it back when the server asks for it.

import { forgetGuesses } from "../guess/kept.js";

const KEY = "bigram-lab-list",
  WAIT_MS = 3000; // an answer is sent again after this wait, then after twice as long, and so on

/** Streamlit calls this on every run, and what it returned before the next call.
 * @param {{ data: { ask: boolean, list: string }, setTriggerValue: (name: string, value: any) => void }} component
 *  `list` is the list as text, "" to forget it */
export default function ({ data, setTriggerValue }) {
  if (data.ask) {
    let wait = WAIT_MS,
      timer = 0;
    const list = kept(),
      answer = () => {
        setTriggerValue("answer", { list });
        timer = setTimeout(answer, wait); // if it is lost, the page stays empty
        wait *= 2;
      };
    answer();
    return () => clearTimeout(timer);
  }
  try {
    if (data.list) sessionStorage.setItem(KEY, data.list);
    else {
      sessionStorage.removeItem(KEY);
      forgetGuesses({ own: true });
    }
  } catch {
    // a browser that keeps nothing
  }
}

/** The list that the tab has kept, as text; "" for none. */
function kept() {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    return ""; // a browser that keeps nothing
  }
}
