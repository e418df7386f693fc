// The parts of a live view that open on a click (details). What is in a closed part has no size and is not painted.

/** True if an element is in a closed part. @param {Element} element */
export function isFolded(element) {
  return element.closest("details:not([open])") !== null;
}

/** Ask for a frame whenever a part opens or closes. Call it once, when the view begins. @param {any} S */
export function watchFolds(S) {
  S.folds = [...S.root.querySelectorAll("details")];
  for (const fold of S.folds) fold.addEventListener("toggle", S.ask);
}

/** Which parts are open, as a text: with another one, isStale measures the widths again. @param {any} S */
export function openFolds(S) {
  return S.folds.map(({ open }) => Number(open)).join("");
}

/** Open, once, each part with a control that a link has set: nobody would see its value otherwise. Call it when the
 *  values are known. @param {any} S */
export function openChanged(S) {
  if (S.changedOpened) return;
  S.changedOpened = true;
  const { controls } = S.data;
  for (const fold of S.folds) {
    const places = [...fold.querySelectorAll("[data-control], [data-controls]")],
      names = places.flatMap(({ dataset }) => (dataset.control ?? dataset.controls).split(" "));
    if (names.some((name) => controls[name] && S.page.values[name] !== controls[name].default)) fold.open = true;
  }
}
