// A click on a link to another page: Python shows that page in the same session.

import { clickedLink, leadsAway } from "./clicked_link.js";

const PHONE = 768; // px; on a window of this width or less, Streamlit's sidebar covers the page

/** A click on such a link calls `ask` with the folder of the other page. If the toolbar is gone or the connection is
 *  lost, the browser opens the link's address. @param {Node} toolbar @param {(folder: string) => void} ask */
export function takePageLinks(toolbar, ask) {
  if (!globalThis.bigramLabPageLinks) addEventListener("click", take); // once in a tab
  globalThis.bigramLabPageLinks = { toolbar, ask };
}

/** @param {MouseEvent} event */
function take(event) {
  const link = clickedLink(event),
    { toolbar, ask } = globalThis.bigramLabPageLinks;
  if (!link?.dataset.page || !toolbar.isConnected || isCutOff()) return;
  event.preventDefault();
  if (leadsAway(link)) ask(link.dataset.page);
  const navigation = link.closest(".all-pages");
  if (navigation) keepFocus(link.dataset.page);
  if (navigation && innerWidth <= PHONE)
    /** @type {HTMLElement | null} */ (document.querySelector("[data-testid=stSidebarCollapseButton] button"))?.click();
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
