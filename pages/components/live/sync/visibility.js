// The parts of a long picture that are on the screen: during a drag only these are painted.

/** Watch elements: S.inSight is the set of those on the screen or near it. When it changes, a frame is asked for.
 * @param {Object<string, any>} S @param {Element[]} elements */
export function watchSight(S, elements) {
  S.inSight = new Set(elements); // all of them, until the browser has looked
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) S.inSight[isIntersecting ? "add" : "delete"](target);
      S.ask();
    },
    { rootMargin: "80px" },
  );
  for (const element of elements) observer.observe(element);
}
