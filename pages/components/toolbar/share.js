// The dialog *Share*: a link to this view or to its picture alone, and the HTML that shows it on another page. All of it
// is made here, from the address of the tab.

import { make } from "../live/paint/elements.js";

const OURS = ["view", "hide", "note", "embed"], // what the dialog sets
  PREVIEW = [960, 720], // CSS pixels of the frame, in the preview and in the HTML
  PAUSE_MS = 600; // the preview waits until nobody types

/** What to share: only the picture, without the `hidden` controls; a sentence above it; the list as a table of counts.
 * @typedef {{ only?: boolean, hidden?: string[], note?: string, table?: string, word?: string,
 *   embed?: boolean }} Wish */

/** Let a link carry an own list: its table, and the word that the page shows where the address does not name one.
 * @param {URL} address @param {{ table?: string, word?: string }} list */
export function carryList({ searchParams }, { table, word }) {
  if (table) searchParams.set("table", table);
  if (table && word && !searchParams.has("word")) searchParams.set("word", word);
}

/** The link that shows what is wished. @param {string} href the address of the tab @param {Wish} wish */
export function linkOf(href, { only = false, hidden = [], note = "", table = "", word = "", embed = false }) {
  const address = new URL(href),
    set = (name, value) => value && address.searchParams.set(name, value);
  for (const name of OURS) address.searchParams.delete(name);
  carryList(address, { table, word });
  set("view", only && "picture");
  set("hide", only && hidden.join(","));
  set("note", note.trim().replace(/\s+/g, " "));
  set("embed", embed && "true");
  return address.href.replaceAll("%2C", ",");
}

/** The HTML that shows a link in a frame. @param {string} link @param {string} title */
export function frameOf(link, title) {
  const text = (value) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${text(link)}" title="${text(title)}" width="${PREVIEW[0]}" height="${PREVIEW[1]}" loading="lazy"></iframe>`;
}

/** The controls on the page that a link can hide, in their order: { name, label }. Those below `rest`, the end of the
 *  picture, are left out: the picture alone does not have them.
 * @param {Document} page @param {string[]} names of all controls of the dashboard */
function controlsOn(page, names) {
  const rest = page.querySelector(".st-key-rest_of_page"),
    inPicture = (at) => !rest || at.compareDocumentPosition(rest) & Node.DOCUMENT_POSITION_FOLLOWING,
    found = new Map();
  for (const host of page.querySelectorAll("[data-testid=stMain] *")) {
    if (!inPicture(host)) continue;
    for (const label of host.shadowRoot?.querySelectorAll("[data-control] .line > :first-child") ?? [])
      if (!label.closest("details"))
        // a picture alone has no folded parts
        found.set(label.closest("[data-control]").getAttribute("data-control"), label.textContent);
    const name = names.find((one) => host.classList.contains(`st-key-${one}`));
    if (name) found.set(name, host.querySelector("label")?.textContent);
  }
  return [...found].filter(([name]) => names.includes(name)).map(([name, label]) => ({ name, label: label || name }));
}

/** Wire the dialog; returns the function that opens it.
 * @param {{ dialog: HTMLDialogElement, copyText: (text: string, field: HTMLTextAreaElement) => Promise<boolean>,
 *   data: () => { table: string, word: string, sees: string, own: boolean, controls: string[], frames: boolean } }} parts */
export function wireShare({ dialog, copyText, data }) {
  const $ = (selector) => /** @type {any} */ (dialog.querySelector(selector));
  const [note, hide, link, code, preview] = [".note", ".hide", ".link", ".code", ".preview"].map($);
  const chosen = () => ({
    only: $("[value=picture]").checked,
    hidden: [...hide.querySelectorAll("input:checked")].map((box) => box.value),
    note: note.value,
    table: data().table,
    word: data().word,
  });
  let timer = 0;
  const show = () => {
    const wish = chosen();
    hide.hidden = !wish.only || !hide.querySelector("input");
    link.value = linkOf(location.href, wish);
    code.value = frameOf(linkOf(location.href, { ...wish, embed: true }), document.title);
    clearTimeout(timer);
    timer = setTimeout(look, preview.firstChild ? PAUSE_MS : 0);
  };
  const look = () => {
    const address = linkOf(location.href, { ...chosen(), embed: true });
    if (!dialog.open || preview.firstChild?.src === address) return;
    const frame = document.createElement("iframe"); // a new one: another address in the old one would be a step for Back
    Object.assign(frame, { src: address, title: preview.title, tabIndex: -1, inert: true });
    Object.assign(frame.style, { width: `${PREVIEW[0]}px`, height: `${PREVIEW[1]}px` });
    preview.replaceChildren(frame);
    fit();
  };
  const fit = () => preview.style.setProperty("--scale", String(preview.clientWidth / PREVIEW[0]));
  const close = () => dialog.close();
  dialog.oninput = show;
  $(".close").onclick = close;
  let pressed = null; // a text that is selected up to a place beside the dialog must not close it
  dialog.onpointerdown = ({ target }) => (pressed = target);
  dialog.onclick = ({ target }) => void (target === dialog && pressed === dialog && close()); // beside it
  dialog.onclose = () => {
    preview.replaceChildren(); // its session on the server ends
    removeEventListener("popstate", close);
    removeEventListener("resize", fit);
  };
  const outs = /** @type {HTMLElement[]} */ ([...dialog.querySelectorAll(".out")]);
  for (const out of outs) {
    const [field, button] = [out.querySelector("textarea"), out.querySelector("button")],
      label = button.textContent;
    button.onclick = async () => {
      button.textContent = (await copyText(field.value, field)) ? button.dataset.copied : button.dataset.not;
      setTimeout(() => (button.textContent = label), 2000);
    };
  }
  return () => {
    const { own, table, sees, controls, frames } = data(),
      address = new URL(location.href).searchParams,
      hidden = (address.get("hide") ?? "").split(",");
    hide.querySelector("div").replaceChildren(...controlsOn(document, controls).map((one) => boxOf(one, hidden)));
    note.value = address.get("note") ?? "";
    $(".sees").textContent = own ? sees : "";
    $(".frames").hidden = frames;
    for (const out of outs) out.hidden = own && !table; // such a list fits no link
    dialog.showModal();
    addEventListener("popstate", close);
    addEventListener("resize", fit);
    show();
  };
}

/** A box that hides a control. @param {{ name: string, label: string }} control @param {string[]} hidden */
function boxOf({ name, label }, hidden) {
  return make(
    "label",
    {},
    make("input", { type: "checkbox", value: name, checked: hidden.includes(name) }),
    ` ${label}`,
  );
}
