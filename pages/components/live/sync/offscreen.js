// During a drag the browser does not paint the parts of a long page that are far outside the screen; they keep their
// size.

const NEAR = 200; // pixels above and below the screen

/** Leave out the blocks of the page around `root` that are far; returns them. If somebody scrolls, the browser paints
 *  what comes near by itself.
 * @param {Element} root */
export function leaveOutFar(root) {
  const { host } = /** @type {ShadowRoot} */ (root.getRootNode()),
    blocks = [...document.querySelectorAll("[data-testid=stMain] [data-testid=stVerticalBlock] > *")];
  // all places are read before the first style is written: one layout is enough
  const places = blocks.map((block) => ({ block, place: block.getBoundingClientRect() }));
  const far = places.filter(
    ({ block, place }) => (place.bottom < -NEAR || place.top > innerHeight + NEAR) && !block.contains(host),
  );
  for (const { block, place } of far)
    Object.assign(/** @type {HTMLElement} */ (block).style, {
      contentVisibility: "auto",
      containIntrinsicSize: `${place.width}px ${place.height}px`,
    });
  return far.map(({ block }) => block);
}

/** Paint these blocks again. @param {Iterable<any>} left */
export function bringBack(left) {
  for (const { style } of left) Object.assign(style, { contentVisibility: "", containIntrinsicSize: "" });
}
