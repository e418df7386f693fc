// Texts with **bold** and `code` in them, as elements: nothing in a text is ever read as HTML.

/** Write a text with **bold** and `code` into an element. @param {Element} element @param {string} text */
export function writeMarked(element, text) {
  if (/** @type {any} */ (element).marked === text) return;
  /** @type {any} */ (element).marked = text;
  const parts = text.split(/(\*\*.+?\*\*|`.+?`)/).map((part) => {
    const [tag, width] = /^\*\*.+\*\*$/.test(part) ? ["b", 2] : /^`.+`$/.test(part) ? ["code", 1] : ["", 0];
    if (!tag) return part;
    const marked = document.createElement(/** @type {string} */ (tag));
    marked.textContent = part.slice(Number(width), -width);
    return marked;
  });
  element.replaceChildren(...parts);
}
