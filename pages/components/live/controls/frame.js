// What every control has: its label with a help to open, a place for the input, and a line for what was refused.

let count = 0;

/** An element with its properties and children. */
export function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/** Build the frame in `place`: the label for the input with the id, what stands beside it, and the input below. What comes
 *  back says what was refused. */
export function frame(place, { label, help }, { id, beside = [], below = [] }) {
  const note = make("p", { className: "refused", role: "status" });
  const line = make("div", { className: "line" });
  line.append(
    make(id ? "label" : "span", id ? { htmlFor: id } : {}, label),
    ...beside,
    ...(help ? helpOf(help, label) : []),
  );
  place.replaceChildren(line, ...below, note);
  return {
    /** Show a refusal of Python; one of the browser's own stays until the next good value. */
    tell(text) {
      if (note.own || note.textContent === text) return;
      note.textContent = text;
    },
    /** Show a refusal of the browser, or take it back. */
    refuse(text) {
      note.own = text !== "";
      note.textContent = text;
    },
  };
}

/** An id that no other element has. */
export function newId() {
  count += 1;
  return `control-${count}`;
}

function helpOf(help, label) {
  const text = make("span", { className: "help-text", role: "tooltip", id: newId(), hidden: true, textContent: help });
  const button = make("button", { type: "button", className: "help-button", textContent: "?", title: help });
  button.setAttribute("aria-label", `What is ${label}?`);
  button.setAttribute("aria-describedby", text.id);
  button.onclick = () => (text.hidden = !text.hidden);
  button.onblur = () => (text.hidden = true);
  button.onkeydown = (event) => event.key === "Escape" && (text.hidden = true);
  return [button, text];
}
