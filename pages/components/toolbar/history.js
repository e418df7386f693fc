// One entry in the browser's history for each thing a person does, so that one Back shows what was there before.
//
// Streamlit changes the address in several steps, each an entry: without the settings, the other page, a setting more.
// Here the first step after a click or a key is an entry, and what follows by itself changes that entry. In a frame
// nothing is an entry: Back belongs to the page around it.
//
// After Back to another page, an answer that was under way still speaks of the page that was left: until Streamlit names
// the page that Back led to, the address stays.

export function oneEntryAnAction() {
  if (globalThis.bigramLabHistory) return; // a page later it still holds
  globalThis.bigramLabHistory = true;
  const push = history.pushState.bind(history),
    replace = history.replaceState.bind(history);
  let followed = true, // the last thing a person did has its entry
    path = location.pathname,
    backTo = "", // the address that Back led to, until its page begins
    typing = null; // the box that the last letter was typed into: all letters of a word are one thing
  const acts = (event) => {
    const [target] = event.composedPath(),
      box = event.type === "keydown" && event.key !== "Enter" && target.type === "text" ? target : null;
    if (!box || box !== typing) followed = false;
    backTo = "";
    typing = box;
  };
  for (const kind of ["pointerdown", "keydown", "click"]) addEventListener(kind, acts, true);
  addEventListener("leaving", () => (followed = false)); // a number that was typed before the click has an entry of its own
  const hearBack = () => {
    followed = true; // it is an entry that is there already
    backTo = location.pathname === path ? "" : location.href;
    path = location.pathname;
  };
  addEventListener("popstate", hearBack, true);
  const change = (how, state, title, url) => {
    const address = tidy(url),
      { href } = new URL(address, location.href);
    if (backTo && backTo !== href) return;
    backTo = "";
    if (href === location.href && how === push) return;
    (followed || parent !== window ? replace : how)(state, title, address);
    path = location.pathname;
    if (how === push) followed = true;
  };
  history.pushState = (...step) => change(push, ...step);
  history.replaceState = (...step) => change(replace, ...step);
}

/** An address with whole numbers as people write them: 100, not 100.0. */
function tidy(url) {
  return String(url ?? location.href).replace(/=(\d+)\.0(?=&|#|$)/g, "=$1");
}
