// Curves of the nll over a slider's positions, and a dot on each that moves with the slider. No state.

import { dashed } from "./canvas.js";

/** Nats to pixels from the top. A value that is null is infinite and stands at the upper edge. */
function heightOf({ chance, floor, height }, nll) {
  return nll === null ? 6 : 12 + ((chance - nll) / (chance - floor)) * (height - 22);
}

/** The curves, train as a line, dev dashed. `x` maps a position to pixels. */
export function paintCurves({ ctx, width, height }, { curves, chance, floor, x, theme }) {
  const y = (nll) => heightOf({ chance, floor, height }, nll);
  dashed(ctx, theme.uniform, 0, y(chance), width, y(chance));
  ctx.font = `11px ${theme.font}`;
  ctx.textBaseline = "middle";
  ctx.textAlign = "left";
  ctx.fillStyle = theme.text;
  ctx.fillText(`chance ${chance.toFixed(4)}`, 0, y(chance) + 10);
  const lowest = Object.keys(curves).find((name) => curves[name].some((nll) => nll === floor)) ?? "";
  ctx.fillText(`lowest ${floor.toFixed(4)} ${lowest}`, 0, y(floor) - 10);
  for (const [name, nll] of Object.entries(curves)) {
    ctx.strokeStyle = name === "dev" ? theme.text : theme.counted;
    ctx.lineWidth = name === "dev" ? 1.5 : 3;
    ctx.setLineDash(name === "dev" ? [4, 4] : []);
    ctx.beginPath();
    nll.forEach((value, i) => value !== null && ctx.lineTo(x(i), y(value)));
    ctx.stroke();
    ctx.setLineDash([]);
  }
}

/** Move the dots, elements by the names of the curves, to a position of the slider; one that is at infinity says so. */
export function placeDots(dots, { curves, chance, floor, height, position, x }) {
  for (const [name, dot] of Object.entries(dots)) {
    const nll = curves[name];
    dot.hidden = !nll;
    if (!nll) continue;
    const i = Math.min(Math.floor(position), nll.length - 2),
      part = position - i;
    const value = part === 0 ? nll[i] : nll[i] === null ? nll[i + 1] : nll[i] + part * (nll[i + 1] - nll[i]);
    dot.style.transform = `translate(${x(position)}px, ${heightOf({ chance, floor, height }, value)}px)`;
    dot.classList.toggle("infinite", value === null);
  }
}
