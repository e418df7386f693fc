// The one slider of a picture, over S.data.scale: it moves the value of S.owned that it is named after.

import { write } from "../paint/canvas.js";
import { letGo, take, wireSlider } from "../sync/slider_events.js";
import { showMarks } from "./marks.js";
import { positionOf, valueAt } from "../model/scale.js";

/** Wire it, once; `before()` is called as a hand takes it. What comes back: `scale()` for another scale, `show(value)`. */
export function makeSlider(S, { name, unit, before = () => {} }) {
  const [output, stops] = [".output", ".stops"].map((selector) => S.root.querySelector(selector));
  const slider = (S.slider = S.root.querySelector("input"));
  const move = (value) => {
    before();
    take(S);
    S.owned.values[name] = value;
  };
  wireSlider(S, slider, (position) => move(valueAt(S.data.scale, position)));
  return {
    scale() {
      const { scale } = S.data;
      slider.max = scale.last;
      showMarks(stops, scale.stops, { scale, name, choose: (stop) => (move(stop), letGo(S)) });
    },
    show(value) {
      const text = value.toLocaleString("en", { maximumSignificantDigits: 12 });
      slider.value = Math.round(positionOf(S.data.scale, value));
      if (write(output, text)) slider.setAttribute("aria-valuetext", `${text} ${unit}`);
    },
  };
}
