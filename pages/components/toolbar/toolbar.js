// Beside the title of every page: the view as a link, and all controls as they were; and what the address looks like.

import { oneEntryAnAction } from "./history.js";
import { settle } from "../live/sync/page_state.js";
import { takePageLinks } from "../navigation/page_links.js";
import { carryList, wireShare } from "./share.js";

const TOLD_MS = 2000;

/** Streamlit calls this on every run.
 * @param {{ parentElement: any, setTriggerValue: (name: string, value: string) => void, data: { table: string, word: string, sees: string, own: boolean, controls: string[],
 *  frames: boolean } }} component `table` is the visitor's own list as a link carries it ("" for a built-in list), `word`
 *  its word that the page shows at first, `sees` what others will see of it, or why no link can; `controls` are the names of those of all pages, `frames` whether other sites may show us */
export default function ({ parentElement, data, setTriggerValue }) {
  oneEntryAnAction();
  takePageLinks(parentElement, (folder) => setTriggerValue("page", folder));
  globalThis.bigramLabPaper ??= addEventListener("beforeprint", markDark) ?? true;
  const copy = parentElement.querySelector(".copy"),
    reset = parentElement.querySelector(".reset"),
    sees = parentElement.querySelector(".sees");
  const label = (copy.dataset.label ??= copy.textContent); // mounted again, it may say "Copied" still
  copy.onclick = async () => {
    if (data.own && sees.textContent !== data.sees) {
      sees.textContent = data.sees; // first what others will see, then the link
      if (data.table) copy.textContent = copy.dataset.again;
      return;
    }
    if (data.own && !data.table) return;
    await settle();
    const address = new URL(location.href);
    carryList(address, data);
    copy.textContent = (await copyText(address.href)) ? copy.dataset.copied : copy.dataset.not;
    setTimeout(() => ((copy.textContent = label), (sees.textContent = "")), TOLD_MS);
  };
  parentElement.data = data; // the dialog reads the newest
  const share = parentElement.querySelector(".share");
  const dialog = parentElement.querySelector("dialog");
  share.onclick ??= whenSettled(wireShare({ dialog, copyText, data: () => parentElement.data }));
  reset.onclick = () => startAgain(data.own);
}

/** What opens the dialog when the address has what was typed last. @param {() => void} open */
function whenSettled(open) {
  return async () => {
    await settle();
    open();
  };
}

/** Tell paper.css whether the page is dark: the charts of Streamlit are then painted in colours that paper does not have. */
function markDark() {
  const app = document.querySelector("[data-testid=stApp]");
  document.body.classList.toggle("printed-dark", Boolean(app) && getComputedStyle(app).colorScheme === "dark");
}

/** The page without settings, on the same list: in a session of its own, or, where the session has the visitor's list,
 *  as if Back had led to that address. */
function startAgain(own) {
  const corpus = new URL(location.href).searchParams.get("corpus");
  const address = location.pathname + (corpus ? `?corpus=${encodeURIComponent(corpus)}` : "");
  if (!own) {
    location.assign(address);
    return;
  }
  history.pushState(null, "", address);
  dispatchEvent(new PopStateEvent("popstate"));
}

/** Whether the text is in the clipboard. Without https a browser has no clipboard to write to, but copies what is
 *  selected: a `field` that holds the text, or one made for it.
 * @param {string} text @param {HTMLTextAreaElement | null} [field] */
async function copyText(text, field = null) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const place = field ?? document.body.appendChild(document.createElement("textarea"));
    if (!field) place.value = text;
    place.select();
    const copied = document.execCommand("copy");
    if (!field) place.remove();
    return copied;
  }
}
