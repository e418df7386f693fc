// What counting with k letters of context gives, painted from the state alone: a drag, a rerun and a theme change come
// through here. Nothing is worked out: Python sends what belongs to each k.

import { barsLayout, paintBarLabels, paintBars } from "../../components/live/paint/bars.js";
import {
  isGuessing,
  isStale,
  paintDashed,
  paintDot,
  paintLine,
  paintWords,
  prepare,
  write,
} from "../../components/live/paint/canvas.js";
import { showCaption } from "../../components/live/paint/caption.js";
import { brief, fill, short } from "../../components/live/paint/format.js";
import { entryOf } from "../../components/live/model/near_beginnings.js";
import { writeNumbers } from "../../components/live/paint/metrics.js";
import { evenTicks, paintAxis, paintCurve, plotLayout } from "../../components/live/paint/plot.js";
import { textsDue } from "../../components/live/sync/frame_budget.js";

const CURVE = 230,
  BARS = 170, // pixels high
  LINES = [0.01, 0.1, 0.5, 1]; // probabilities

export function paintView(S) {
  const { data, theme, now } = S,
    { k } = S.page.values,
    guessing = isGuessing(S);
  if (isStale(S)) S.widths = { curve: S.curve.clientWidth, bars: S.bars.clientWidth };
  paintNlls(prepare(S.curve, S.widths.curve, CURVE), { curves: data.curves, k, guessing, theme });
  const { beginning, after } = now.numbers,
    typed = entryOf(now.numbers, S.page.values.beginning);
  // a letter typed and k moved at once: until Python answers, the rows of the beginning before
  const { kneser_ney: counted, additive: outlined, shown } = k in typed.kneser_ney ? typed : after[beginning];
  paintNext(prepare(S.bars, S.widths.bars, BARS), {
    counted: counted[k],
    outlined: outlined[k],
    labels: data.labels,
    theme,
  });
  write(S.after, shown ? fill(data.texts.after, { beginning: shown }) : data.texts.first); // with its bars
  if (S.listed !== k) {
    S.listed = k;
    S.names.replaceChildren(...S.lists[k]);
  }
  if (!textsDue(S, 2)) return S.ask();
  const { numbers, caption, size } = data.steps[k];
  write(S.size, size);
  writeNumbers(S.numbers, numbers);
  showCaption(S, caption);
}

/** nll against k. Kneser-Ney is blue, additive the colour of text; train is dashed, dev is not drawn while one guesses. */
function paintNlls({ ctx, width, height }, { curves, k, guessing, theme }) {
  const lines = [
    { values: curves.additive.train, colour: theme.text, width: 1.5, dash: [4, 3] },
    { values: curves.kneser_ney.train, colour: theme.counted, width: 2.5, dash: [4, 3] },
    ...(guessing
      ? []
      : [
          { values: curves.additive.dev, colour: theme.text, width: 1.5 },
          { values: curves.kneser_ney.dev, colour: theme.counted, width: 3 },
        ]),
  ];
  const known = Object.values(curves)
      .flatMap(({ train, dev }) => [...train, ...dev])
      .filter((nll) => nll !== null),
    [left, right] = [34, 12],
    last = curves.additive.train.length - 1;
  const x = (letters) => left + (letters / last) * (width - left - right),
    low = Math.max(0, Math.min(...known) - 0.05),
    high = Math.max(...known) + 0.05;
  const at = plotLayout({ width, height }, { x, low, high, left, right, top: 8, bottom: 20 });
  paintAxis(
    ctx,
    at,
    theme,
    evenTicks(low, high).map((value) => ({ value, text: short(value) })),
  );
  for (let letters = 0; letters <= last; letters++)
    paintWords(ctx, theme, String(letters), x(letters), height - 7, { align: "center" });
  paintDashed(ctx, theme.uniform, [x(k), at.top], [x(k), at.bottom]);
  for (const { values, ...style } of lines) paintCurve(ctx, at, values, style);
  for (const { values } of lines) if (values[k] !== null) paintDot(ctx, theme.chosen, x(k), at.y(values[k]), 4.5);
}

/** The next letters: Kneser-Ney as bars, additive as lines across them; both by the square root, from 0 to 1. */
function paintNext({ ctx, width, height }, { counted, outlined, labels, theme }) {
  const at = barsLayout({ width, height }, labels.length, { left: 30, above: 8 }),
    lengthOf = (p) => Math.sqrt(p) * at.long;
  for (const line of LINES) {
    const y = at.base - lengthOf(line);
    paintDashed(ctx, theme.uniform, [at.left, y], [width, y]);
    paintWords(ctx, theme, brief(line), 0, y);
  }
  paintBars(ctx, at, { lengthOf: (i) => lengthOf(counted[i]), colourOf: () => theme.counted });
  outlined.forEach((p, i) => {
    const [left, right] = [0.05, 0.95].map((part) => at.left + (i + part) * at.slot),
      y = at.base - lengthOf(p);
    paintLine(
      ctx,
      [
        [left, y],
        [right, y],
      ],
      { colour: theme.text, width: 2 },
    );
  });
  paintBarLabels(ctx, at, { labels, theme });
}
