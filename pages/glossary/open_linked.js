// Opens the term that the address names: glossary#softmax.

/** Streamlit calls this on every run, perhaps before it shows the terms. */
export default function () {
  const later = new MutationObserver(openLinked);
  if (!openLinked() && location.hash) later.observe(document.body, { childList: true, subtree: true });
  addEventListener("hashchange", openLinked);
  return stop;

  function openLinked() {
    const entry = document.getElementById(location.hash.slice(1));
    if (!(entry instanceof HTMLDetailsElement)) return false;
    later.disconnect();
    entry.open = true;
    entry.scrollIntoView({ block: "center" });
    return true;
  }

  function stop() {
    later.disconnect();
    removeEventListener("hashchange", openLinked);
  }
}
