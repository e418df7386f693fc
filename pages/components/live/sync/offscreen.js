// The rest of a long page while a hand moves: what is far out of sight is left out of each frame's painting, at its size.

const NEAR = 200; // pixels above and below the screen

/** Leave out what of the page around `root` is far. What comes near, because somebody scrolls, the browser paints by itself. */
export function leaveOutFar(root) {
  const { host } = root.getRootNode(),
    blocks = [...document.querySelectorAll("[data-testid=stMain] [data-testid=stVerticalBlock] > *")];
  const places = blocks.map((block) => ({ block, place: block.getBoundingClientRect() })); // all are read before the first is written
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

/** The page is painted whole again. */
export function bringBack(left) {
  for (const { style } of left) Object.assign(style, { contentVisibility: "", containIntrinsicSize: "" });
}
