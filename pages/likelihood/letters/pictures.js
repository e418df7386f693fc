// The pictures of this page that no other has: letters as bars up and down, and the curve of the logarithm. No state.

import { dashed } from "../../components/live/paint/canvas.js";

const DEEPEST = 10; // nats: what is deeper is cut, and has its number

/** Each letter: its probability up from the middle, to `top`, its logarithm down from it; 0 is marked, and goes to the end. */
export function paintLetters({ ctx, width, height }, { letters, top, size, labels, theme }) {
  const gap = 0.6,
    slots = letters.length + gap * letters.at(-1).word,
    slot = Math.min(width / slots, 96),
    band = 18;
  const middle = Math.round(height * 0.48),
    up = middle - band - 14,
    down = height - middle - 18;
  const x = (i) => (i + gap * letters[i].word) * slot,
    deep = (nats) => middle + 2 + (Math.min(nats, DEEPEST) / DEEPEST) * down,
    end = slots * slot;
  dashed(ctx, theme.uniform, 0, middle - band - up / top / size, end, middle - band - up / top / size);
  dashed(ctx, theme.uniform, 0, deep(Math.log(size)), end, deep(Math.log(size)));
  Object.assign(ctx, { textAlign: "center", textBaseline: "middle" });
  letters.forEach(({ previous, next, prob, logprob }, i) => {
    const left = x(i) + slot * 0.12,
      wide = slot * 0.76,
      center = x(i) + slot / 2,
      impossible = prob === 0;
    const high = (prob / top) * up,
      bottom = deep(-logprob);
    ctx.fillStyle = impossible ? theme.chosen : theme.counted;
    ctx.fillRect(left, middle - band - high, wide, high);
    ctx.fillRect(left, middle + 2, wide, bottom - middle - 2);
    ctx.fillStyle = impossible ? theme.chosen : theme.text;
    ctx.font = `${Math.max(8, Math.min(13, slot * 0.6))}px ${theme.font}`;
    if (slot >= 11) ctx.fillText(labels[previous] + labels[next], center, middle - band / 2 + 1);
    ctx.font = `${Math.min(12, slot * 0.36)}px ${theme.font}`;
    if (slot >= 25 || impossible) {
      ctx.clearRect(x(i), middle - band - high - 13, slot, 12); // the dashed line must not cross a number
      ctx.fillText(impossible ? "0" : prob.toFixed(3), center, middle - band - high - 6);
      ctx.clearRect(x(i), bottom + 1, slot, 14);
      ctx.fillText(impossible ? "−∞" : logprob.toFixed(2).replace("-", "−"), center, bottom + 8);
    }
  });
}

/** ln p over p from 0 to 1, and a dot for each letter; those at 0 stand at the lower end. */
export function paintLog({ ctx, width, height }, { letters, theme }) {
  const left = 26,
    bottom = height - 16,
    deepest = 7,
    x = (p) => left + p * (width - left - 8),
    y = (ln) => 8 + (Math.min(-ln, deepest) / deepest) * (bottom - 14);
  Object.assign(ctx, {
    font: `11px ${theme.font}`,
    textBaseline: "middle",
    fillStyle: theme.text,
    strokeStyle: theme.text,
    lineWidth: 1.5,
  });
  ctx.textAlign = "right";
  for (const ln of [0, -2, -4, -6]) ctx.fillText(String(ln).replace("-", "−"), left - 6, y(ln));
  ctx.textAlign = "center";
  for (const p of [0, 0.25, 0.5, 0.75, 1]) ctx.fillText(`${p}`, x(p), bottom + 9);
  ctx.beginPath();
  for (let i = 0; i <= 200; i++) {
    const p = Math.exp(-deepest) + (1 - Math.exp(-deepest)) * (i / 200) ** 3; // closer where it is steep
    ctx.lineTo(x(p), y(Math.log(p)));
  }
  ctx.stroke();
  for (const { prob, logprob } of letters) {
    ctx.fillStyle = prob === 0 ? theme.chosen : theme.counted;
    ctx.beginPath();
    ctx.arc(x(prob), y(logprob), 4.5, 0, 2 * Math.PI);
    ctx.fill();
  }
}
