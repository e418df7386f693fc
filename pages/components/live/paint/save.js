// What is on the screen as a file: the canvases as a picture, the numbers as a table. No state.

/** Save all canvases inside `root` as one PNG, each where it stands, on the colour of the page, `title` above them. */
export function savePicture(root, { name, title, theme }) {
  const margin = 16,
    head = 28,
    ratio = window.devicePixelRatio || 1;
  const canvases = [...root.querySelectorAll("canvas")].filter((canvas) => canvas.width && canvas.clientWidth);
  const places = canvases.map((canvas) => canvas.getBoundingClientRect());
  const left = Math.min(...places.map((place) => place.left)),
    top = Math.min(...places.map((place) => place.top));
  const width = Math.max(...places.map((place) => place.right)) - left,
    height = Math.max(...places.map((place) => place.bottom)) - top;
  const picture = document.createElement("canvas");
  Object.assign(picture, { width: (width + 2 * margin) * ratio, height: (height + 2 * margin + head) * ratio });
  const ctx = picture.getContext("2d");
  ctx.scale(ratio, ratio);
  ctx.fillStyle = theme.background;
  ctx.fillRect(0, 0, width + 2 * margin, height + 2 * margin + head);
  ctx.fillStyle = theme.text;
  ctx.font = `14px ${theme.font}`;
  ctx.textBaseline = "top";
  ctx.fillText(title, margin, margin, width);
  ctx.imageSmoothingEnabled = false;
  canvases.forEach((canvas, i) => {
    const { left: x, top: y, width: w, height: h } = places[i];
    ctx.drawImage(canvas, margin + x - left, margin + head + y - top, w, h);
  });
  picture.toBlob((blob) => save(blob, `${name}.png`));
}

/** Save rows (arrays; the first names the columns) as CSV. Texts are in quotes where they need them. */
export function saveTable(rows, name) {
  const cell = (value) => (/[",\n]/.test(value) ? `"${String(value).replaceAll('"', '""')}"` : String(value));
  save(new Blob([rows.map((row) => row.map(cell).join(",") + "\n").join("")], { type: "text/csv" }), `${name}.csv`);
}

/** The rows of such a table for counts and probs (V * V): every pair, its count and its probability. */
export function cellRows(labels, counts, probs) {
  const pair = (i) => [labels[Math.floor(i / labels.length)], labels[i % labels.length]];
  return [["previous", "next", "count", "prob"], ...Array.from(probs, (prob, i) => [...pair(i), counts[i], prob])];
}

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
