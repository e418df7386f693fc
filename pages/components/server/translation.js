// Lets the browser translate the page. Its translator puts an element <font> in the place of each text. React, which
// Streamlit is made with, still holds the text: when it takes it away or puts something before it, the browser throws, and
// the page breaks. Here React finds the element in its place. A text that React changes comes back, and is translated anew.
//
// It is loaded by the HTML of every page, before Streamlit: a translator may begin at once.

const standIns = new WeakMap(), // the <font> in the place of a text
  remove = Node.prototype.removeChild,
  insert = Node.prototype.insertBefore;

/** The child of `parent` that stands for a node; null if there is none. Errors about other nodes stay errors. */
function childOf(parent, node) {
  if (node?.nodeType !== Node.TEXT_NODE || node.parentNode === parent) return node;
  const font = standIns.get(node);
  return font?.parentNode === parent ? font : null;
}

Node.prototype.removeChild = function (child) {
  const found = childOf(this, child);
  if (found !== null) remove.call(this, found);
  return child;
};

Node.prototype.insertBefore = function (node, before) {
  return /** @type {any} */ (insert.call(this, node, childOf(this, before)));
};

const observer = new MutationObserver((records) => {
  for (const { type, target, addedNodes, removedNodes, previousSibling, nextSibling } of records) {
    if (type === "characterData") putBack(target);
    for (const text of removedNodes) {
      if (text.nodeType !== Node.TEXT_NODE || text.parentNode) continue;
      const font = [...addedNodes, previousSibling, nextSibling].find((one) => one?.nodeName === "FONT");
      if (!font) continue;
      standIns.set(text, font);
      observer.observe(text, { characterData: true });
    }
  }
});
observer.observe(document.body, { childList: true, subtree: true });

/** React has changed a text that is translated: it takes its place again. @param {Node} text */
function putBack(text) {
  const font = standIns.get(text);
  if (!font?.parentNode) return;
  standIns.delete(text);
  font.replaceWith(text);
}

export {}; // a module: its names are its own
