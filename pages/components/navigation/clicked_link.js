// What a click on a link does: it opens another page in this tab, or it does not.

/** The link that a click opens in this tab, if it does: not in a new one, and not as a file. @param {MouseEvent} event
 * @returns {HTMLAnchorElement | undefined} */
export function clickedLink(event) {
  const link = /** @type {any} */ (event.composedPath()).find((at) => at.tagName === "A");
  const elsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  return elsewhere || link?.target === "_blank" || link?.hasAttribute("download") ? undefined : link;
}

/** True if a link leads to another page, not to a place on this one. @param {HTMLAnchorElement} link */
export function leadsAway(link) {
  return link.origin !== location.origin || link.pathname !== location.pathname;
}
