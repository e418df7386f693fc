// What of a long picture is in sight: only that is painted while something moves.

/** Watch elements: S.inSight holds those that can be seen, or nearly; a frame is asked for where one comes into sight. */
export function watchSight(S, elements) {
  S.inSight = new Set(elements); // until it is known, all of them
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) S.inSight[isIntersecting ? "add" : "delete"](target);
      S.ask();
    },
    { rootMargin: "80px" },
  );
  for (const element of elements) observer.observe(element);
}
