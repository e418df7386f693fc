// Whoever follows a link or goes back leaves nothing running: what is told across a change of pages breaks the next one.

/** Call `stop` when this tab is about to show another page; gives back a function that ends the watch. */
function onLeaving(stop) {
  const heard = (event) => (event.type === "popstate" || leads(event)) && stop();
  for (const kind of ["popstate", "click"]) addEventListener(kind, heard, true);
  return () => {
    for (const kind of ["popstate", "click"]) removeEventListener(kind, heard, true);
  };
}

/** Whether a click follows a link in this tab, and not into another one. */
function leads(event) {
  const link = event.composedPath().find((at) => at.tagName === "A");
  return link && link.target !== "_blank" && !event.ctrlKey && !event.metaKey && !event.shiftKey;
}
