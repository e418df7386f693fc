// When somebody leaves a page, everything on it stops: a message that is sent while pages change breaks the next page.

/** Call `leave` when this tab is about to show another page. Returns a function that ends this.
 * @param {() => void} leave */
export function onLeaving(leave) {
  const here = location.pathname;
  const hear = (event) => (event.type === "popstate" ? location.pathname !== here : isFollowed(event)) && leave();
  for (const kind of ["popstate", "click"]) addEventListener(kind, hear, true);
  return () => {
    for (const kind of ["popstate", "click"]) removeEventListener(kind, hear, true);
  };
}

/** True if a click opens a link in this tab, not in another one. */
function isFollowed(event) {
  const link = event.composedPath().find((at) => at.tagName === "A");
  return link && link.target !== "_blank" && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}
