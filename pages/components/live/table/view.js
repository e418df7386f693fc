// What the live table shows, drawn from its state alone: a drag, a rerun and a theme change all come through `draw`.

function draw(S) {
  cancelAnimationFrame(S.frame);
  S.frame = 0;
  S.frames++;
  const { data, size, theme, widths } = S, { labels, row } = data;
  if (!widths.table) return;
  const probs = smoothedProbs(S.counts, size, S.smoothing, S.probs), entropy = rowEntropy(probs, size);
  const at = tableLayout(widths.table, size);
  drawTable(prepare(S.table, widths.table, at.height).ctx, at, { probs, top: S.top, entropy, size, labels, row, hover: S.hover, theme });
  const top = S.unsmoothed.subarray(row * size, (row + 1) * size).reduce((a, b) => Math.max(a, b), 1 / size);
  drawBars(prepare(S.bars, widths.bars, data.small ? 120 : 170), { probs, unsmoothed: S.unsmoothed, top, size, labels, row, theme });
  if (data.curve) {
    const last = +S.slider.max, x = (position) => 9 + (position / last) * (widths.curve - 18); // the thumb is 18 wide
    drawCurve(prepare(S.curve, widths.curve, 110), { ...data.curve, position: positionOf(S.smoothing), x, theme });
  }
  drawNames(S, probs);
  write(S.title, `After “${labels[row]}”`);
  write(S.scale, `outlines: without smoothing · full height ${top.toFixed(4)} · dashed: chance, 1/${size} = ${(1 / size).toFixed(4)}`);
  drawTip(S, probs);
}

/** Each word from its own uniforms; letters that the smoothing has changed are marked. */
function drawNames(S, probs) {
  S.data.uniforms.forEach((uniforms, j) => {
    const { ids, cut } = drawWord(probs, S.size, uniforms), key = ids.join();
    if (S.shown[j] === key) return;
    S.shown[j] = key;
    const letters = ids.map((id, i) => {
      const label = S.data.labels[id];
      return id === S.unbroken[j][i] ? label : marked(label);
    });
    if (!cut && ids.length < S.unbroken[j].length) letters.push(marked(".")); // it ends where it went on before
    S.names.children[j].replaceChildren(...letters, cut ? "…" : ids.length ? "" : " (empty)");
  });
}

function marked(text) {
  const mark = document.createElement("mark");
  mark.textContent = text;
  return mark;
}

function drawTip(S, probs) {
  if (S.tip.hidden === Boolean(S.hover)) S.tip.hidden = !S.hover;
  if (!S.hover) return;
  const { row, next, x, y } = S.hover, i = row * S.size + next, [a, b] = [S.data.labels[row], S.data.labels[next]];
  S.tip.textContent = `${a}${b}: counted ${S.counts[i].toLocaleString("en")} times, P(${b} | ${a}) = ${probs[i].toFixed(6)}`;
  const left = Math.min(x + 12, S.widths.table - S.tip.offsetWidth);
  Object.assign(S.tip.style, { left: `${Math.max(0, left)}px`, top: `${y + 16}px` });
}

/** The smoothing, in the slider and in words. */
function setSmoothing(S, smoothing) {
  S.smoothing = smoothing;
  S.slider.value = Math.round(positionOf(smoothing));
  const text = smoothing.toLocaleString("en", { maximumSignificantDigits: 6 });
  S.slider.setAttribute("aria-valuetext", `${text} fake counts per cell`);
  write(S.output, text);
}
