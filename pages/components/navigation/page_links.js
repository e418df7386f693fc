// A click on a link to another page: Python shows that page in the same session.

import { settle } from "../live/sync/page_state.js";

const PHONE = 768; // px; on a window of this width or less, Streamlit's sidebar covers the page

/** A click on such a link calls `ask` with the folder of the other page. If the toolbar is gone or the connection is
 *  lost, the browser opens the link's address. @param {Node} toolbar @param {(folder: string) => void} ask */
export function takePageLinks(toolbar, ask) {
  if (!globalThis.bigramLabPageLinks) {
    // once in a tab
    addEventListener("click", take);
    addEventListener("popstate", () => (newest = null));
  }
  globalThis.bigramLabPageLinks = { toolbar, ask };
}

/** @param {MouseEvent} event */
function take(event) {
  const link = clickedLink(event);
  if (!link?.dataset.page || !globalThis.bigramLabPageLinks.toolbar.isConnected || isCutOff()) return;
  event.preventDefault();
  if (link.pathname !== location.pathname) leaveFor(link);
  const navigation = link.closest(".all-pages");
  if (navigation) keepFocus(link.dataset.page);
  if (navigation && innerWidth <= PHONE)
    /** @type {HTMLElement | null} */ (document.querySelector("[data-testid=stSidebarCollapseButton] button"))?.click();
}

let newest; // the last click on a link; null after Back, which takes a click back that still waits

/** Ask for another page, when Python has what was typed just before the click: a box takes it when it is left.
 * @param {HTMLAnchorElement} link */
async function leaveFor(link) {
  const click = (newest = {});
  await settle();
  if (newest !== click) return;
  if (isCutOff()) return location.assign(link.href);
  dispatchEvent(new Event("leaving")); // live_view.js stops what moves
  globalThis.bigramLabPageLinks.ask(link.dataset.page);
}

/** Whether Streamlit says that it has lost the server. */
const isCutOff = () =>
  document.querySelector("[data-test-connection-state]:not([data-test-connection-state=CONNECTED])");

/** The links are made anew for the other page: then the one of that page gets the focus that the old one had.
 * @param {string | undefined} folder */
function keepFocus(folder) {
  const links = new MutationObserver(() => {
    const shown = document.querySelector(`.all-pages [data-page="${folder}"][aria-current]`);
    if (!shown) return;
    links.disconnect();
    if (document.activeElement === document.body) /** @type {HTMLElement} */ (shown).focus({ preventScroll: true });
  });
  links.observe(document.body, { childList: true, subtree: true });
}

/** The link that a click opens in this tab, if it does: not in a new one, and not as a file. @param {MouseEvent} event
 * @returns {HTMLAnchorElement | undefined} */
function clickedLink(event) {
  const link = /** @type {any} */ (event.composedPath()).find((at) => at.tagName === "A");
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return elsewhere || link?.target === "_blank" || link?.hasAttribute("download") ? undefined : link;
}
