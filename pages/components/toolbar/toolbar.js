// Beside the title of every page: the view as a link, and all controls as they were; and what the address looks like.

import { oneEntryAnAction } from "./history.js";

const TOLD_MS = 2000;

export default function ({ parentElement }) {
  oneEntryAnAction();
  const copy = parentElement.querySelector(".copy"),
    reset = parentElement.querySelector(".reset");
  const label = (copy.dataset.label ??= copy.textContent); // mounted again, it may say "Copied" still
  copy.onclick = async () => {
    copy.textContent = (await copyText(location.href)) ? copy.dataset.copied : copy.dataset.not;
    setTimeout(() => (copy.textContent = label), TOLD_MS);
  };
  reset.onclick = () => location.assign(location.pathname); // the page without settings, in a session of its own
}

/** Whether the text is in the clipboard. Without https a browser has no clipboard to write to, but copies what is selected. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.body.appendChild(document.createElement("textarea"));
    field.value = text;
    field.select();
    const copied = document.execCommand("copy");
    field.remove();
    return copied;
  }
}
