// A switch: on or off.

import { setValue } from "../sync/page_state.js";
import { frame, make, newId } from "./frame.js";

export function toggle(place, control, S) {
  const box = make("input", { type: "checkbox", id: newId(), className: "switch" });
  box.setAttribute("role", "switch");
  box.onchange = () => {
    setValue(S.page, S, control.name, box.checked);
  };
  const note = frame(place, control, { id: box.id, beside: [box] });
  return {
    note,
    show(value) {
      if (box.checked !== value) box.checked = value;
    },
  };
}
