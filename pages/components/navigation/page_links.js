// A click on a link to another page: Python shows that page in the same session.

const PHONE = 768; // px; on a narrower window Streamlit's sidebar covers the page

/** From now on, such a click calls `ask` with the folder of the page, as long as the toolbar stands on the page.
 *  Otherwise the browser opens the address. @param {Node} toolbar @param {(folder: string) => void} ask */
export function takePageLinks(toolbar, ask) {
  if (!globalThis.bigramLabPageLinks) addEventListener("click", take); // once in a tab
  globalThis.bigramLabPageLinks = { toolbar, ask };
}

/** @param {MouseEvent} event */
function take(event) {
  const link = /** @type {Element} */ (event.target).closest("a[data-page]"),
    { toolbar, ask } = globalThis.bigramLabPageLinks;
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey; // a new tab, a new window
  if (!(link instanceof HTMLAnchorElement) || elsewhere || !toolbar.isConnected) return;
  event.preventDefault();
  ask(link.dataset.page);
  if (innerWidth < PHONE && link.closest("[data-testid=stSidebar]"))
    /** @type {HTMLElement | null} */ (document.querySelector("[data-testid=stSidebarCollapseButton] button"))?.click();
}
