// Whoever follows a link or goes back leaves nothing running: what is sent across a change of pages breaks the next one.

/** Call `leave` when this tab is about to show another page; gives back a function that ends the watch. */
export function onLeaving(leave) {
  const here = location.pathname;
  const hear = (event) => (event.type === "popstate" ? location.pathname !== here : isFollowed(event)) && leave();
  for (const kind of ["popstate", "click"]) addEventListener(kind, hear, true);
  return () => {
    for (const kind of ["popstate", "click"]) removeEventListener(kind, hear, true);
  };
}

/** Whether a click follows a link in this tab, and not into another one. */
function isFollowed(event) {
  const link = event.composedPath().find((at) => at.tagName === "A");
  return link && link.target !== "_blank" && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}
