// Several sliders in one picture: those of S.data.scales, and one that goes over seeds. S.sliders has their elements by name.

import { write } from "../paint/canvas.js";
import { wireSlider } from "../sync/slider_events.js";
import { showMarks } from "./marks.js";
import { firstSeed } from "../model/runs.js";
import { positionOf, valueAt } from "../model/scale.js";

/** Wire the blocks [data-name] in `control`; `move(name, value)` is called for each move. `seed` names the one of the seeds. */
export function wireSliders(S, control, seed, move) {
  Object.assign(S, { sliders: {}, seedName: seed });
  for (const block of control.querySelectorAll("[data-name]")) {
    const name = block.dataset.name,
      slider = block.querySelector("input");
    S.sliders[name] = { slider, output: block.querySelector(".output"), stops: block.querySelector(".stops") };
    const valueOf = (position) =>
      name === seed
        ? String(firstSeed(S, S.owned.values[seed]) + BigInt(position))
        : valueAt(S.data.scales[name], position);
    wireSlider(S, slider, (position) => move(name, valueOf(position)));
  }
}

/** Other scales: their ends and their marks; `choose(name, value)` is called for a click on one. */
export function scaleSliders({ data, sliders, seedName }, choose) {
  sliders[seedName].slider.max = data.seeds - 1;
  for (const [name, scale] of Object.entries(data.scales)) {
    const { slider, stops } = sliders[name];
    slider.max = scale.last;
    if (stops)
      showMarks(stops, scale.marks, { scale, name: name.replace("_", " "), choose: (value) => choose(name, value) });
  }
}

/** The values, on the sliders and in words. */
export function showSliders(S) {
  const { sliders, data, seedName } = S,
    { values } = S.owned;
  const show = (name, position, text) => {
    const { slider, output } = sliders[name];
    slider.value = position;
    if (write(output, text)) slider.setAttribute("aria-valuetext", text);
  };
  for (const [name, scale] of Object.entries(data.scales))
    show(
      name,
      Math.round(positionOf(scale, values[name])),
      values[name].toLocaleString("en", { maximumSignificantDigits: 12 }),
    );
  const seed = values[seedName];
  show(seedName, Number(BigInt(seed) - firstSeed(S, seed)), seed);
}
