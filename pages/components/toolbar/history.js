// One entry in the browser's history for each thing a person does, so that one Back shows what was there before.
//
// Streamlit changes the address in several steps, each an entry: without the settings, the other page, a setting more.
// Here the first step after a click or a key is an entry, and what follows by itself changes that entry. In a frame
// nothing is an entry: Back belongs to the page around it.

export function oneEntryAnAction() {
  if (globalThis.bigramLabHistory) return; // a page later it still holds
  globalThis.bigramLabHistory = true;
  const push = history.pushState.bind(history),
    replace = history.replaceState.bind(history);
  let followed = true, // the last thing a person did has its entry
    typing = null; // the box that the last letter was typed into: all letters of a word are one thing
  const acts = (event) => {
    const [target] = event.composedPath(),
      box = event.type === "keydown" && event.key !== "Enter" && target.type === "text" ? target : null;
    if (!box || box !== typing) followed = false;
    typing = box;
  };
  for (const kind of ["pointerdown", "keydown", "click"]) addEventListener(kind, acts, true);
  addEventListener("leaving", () => (followed = false)); // a number that was typed before the click has an entry of its own
  addEventListener("popstate", () => (followed = true), true); // going back is an entry that is there already
  history.pushState = (state, title, url) => {
    const address = tidy(url);
    if (new URL(address, location.href).href === location.href) return;
    (followed || parent !== window ? replace : push)(state, title, address);
    followed = true;
  };
  history.replaceState = (state, title, url) => replace(state, title, tidy(url));
}

/** An address with whole numbers as people write them: 100, not 100.0. */
function tidy(url) {
  return String(url ?? location.href).replace(/=(\d+)\.0(?=&|#|$)/g, "=$1");
}
