// "Animate", for a lecture hall: the browser alone moves; Python's numbers stay where they are, and say so. (Told ten
// times a second, Python would answer into the next page when somebody goes back while it runs, and break it.)

const SWEEP_MS = 6000; // from 0 to a million
const REDUCED = matchMedia("(prefers-reduced-motion: reduce)");

/** From 0 to a million and back; with reduced motion, from mark to mark. Afterwards all is as before. */
function animate(S) {
  const begun = performance.now(), last = +S.slider.max, marks = S.data.marks;
  S.animate.textContent = "Stop";
  S.moving = true;
  const step = (now) => {
    const t = Math.max(0, now - begun) / SWEEP_MS;
    if (t >= 2) return stop(S);
    const share = t < 1 ? t : 2 - t;
    // no marks to snap to: the sweep is to be even
    setSmoothing(S, REDUCED.matches ? marks[Math.round(share * (marks.length - 1))] : smoothingAt(share * last, []));
    ask(S);
    S.animating = requestAnimationFrame(step);
  };
  S.animating = requestAnimationFrame(step);
}

function stop(S) {
  hush(S);
  setSmoothing(S, S.data.smoothing);
  ask(S);
}

/** Nothing moves, draws or tells by itself any more. */
function hush(S) {
  cancelAnimationFrame(S.animating);
  clearTimeout(S.timer);
  clearTimeout(S.later);
  S.animating = S.timer = S.later = 0;
  S.moving = false;
  S.animate.textContent = "Animate";
}
