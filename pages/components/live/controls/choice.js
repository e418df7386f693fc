// Controls to click: one of some options, and a switch.

import { setValue } from "../sync/page_state.js";
import { make } from "../paint/elements.js";
import { frame, newId } from "./frame.js";

const FEW = 8; // options

/** One of some options: a row of buttons for a few, a list that opens for many. */
export function choice(place, control, S) {
  const { options } = control,
    choose = (index) => setValue(S.page, S, control.name, options[index].value);
  return (options.length > FEW ? list : buttons)(place, control, S, choose);
}

function list(place, control, S, choose) {
  const select = make("select", { id: newId() }, ...control.options.map(({ text }) => make("option", {}, text)));
  select.onchange = () => choose(select.selectedIndex);
  const note = frame(place, control, { id: select.id, beside: [select] });
  return { note, show: (value) => (select.selectedIndex = placeOf(control, value)) };
}

function buttons(place, control, S, choose) {
  const group = make("div", { className: "segments" }),
    name = newId();
  group.setAttribute("role", "radiogroup");
  group.setAttribute("aria-label", control.label);
  const radios = control.options.map(({ text }, index) => {
    const radio = make("input", { type: "radio", name, onchange: () => choose(index) });
    group.append(make("label", {}, radio, make("span", {}, text)));
    return radio;
  });
  const note = frame(place, control, { beside: [group] });
  return {
    note,
    show(value) {
      const radio = radios[placeOf(control, value)];
      if (!radio.checked) radio.checked = true;
    },
  };
}

function placeOf({ options }, value) {
  return options.findIndex((option) => option.value === value);
}

/** A switch: on or off. */
export function toggle(place, control, S) {
  const box = make("input", { type: "checkbox", id: newId(), className: "switch" });
  box.setAttribute("role", "switch");
  box.onchange = () => setValue(S.page, S, control.name, box.checked);
  const note = frame(place, control, { id: box.id, beside: [box] });
  return {
    note,
    show(value) {
      if (box.checked !== value) box.checked = value;
    },
  };
}
