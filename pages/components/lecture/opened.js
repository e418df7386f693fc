// Remembers in this tab which views of the lecture have been opened, and tells the page "The lecture".

const KEY = "bigram-lab-opened";

/** Streamlit calls this on every run.
 * @param {{ data: { opened: string[], sendBack: boolean }, setTriggerValue: (name: string, value: any) => void }} component
 *  `opened`: addresses of views that this session knows; `sendBack`: answer with all that the tab knows */
export default function ({ data, setTriggerValue }) {
  const all = keep(data.opened);
  if (data.sendBack && all.length > data.opened.length) setTriggerValue("found", all);
  if (globalThis.bigramLabOpened) return; // a page later it still holds
  globalThis.bigramLabOpened = true;
  for (const kind of ["click", "auxclick"]) addEventListener(kind, noteClick, true);
}

function noteClick(event) {
  const link = event.target instanceof Element && event.target.closest("a[data-view]");
  if (link && event.button < 2) keep([link.dataset.view]); // not the right button, which opens a menu
}

/** Add addresses to those that the tab remembers; all of them, or only these where a browser keeps nothing. */
function keep(addresses) {
  try {
    const all = [...new Set([...JSON.parse(sessionStorage.getItem(KEY) ?? "[]"), ...addresses])];
    sessionStorage.setItem(KEY, JSON.stringify(all));
    return all;
  } catch {
    return addresses;
  }
}
