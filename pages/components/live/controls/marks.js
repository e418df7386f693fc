// The marks under a slider: values that a click goes to.

import { positionOf } from "../model/scale.js";

/** A button for each value, where it stands on the scale; `choose(value)` is called for a click. `name` is what is set. */
export function showMarks(element, values, { scale, name, choose }) {
  element.replaceChildren(
    ...values.map((value) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = value >= 1e6 ? `${value / 1e6}M` : value >= 1000 ? `${value / 1000}k` : String(value);
      button.style.setProperty("--at", String(positionOf(scale, value) / scale.last));
      button.title = `Set the ${name} to ${value.toLocaleString("en", { maximumSignificantDigits: 6 })}`;
      button.onclick = () => choose(value);
      return button;
    }),
  );
}
