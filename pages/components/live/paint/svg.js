// A picture as SVG: what the painters do with a canvas is written down as they do it. Texts stay texts.

const MOST_CELLS = 10_000; // a table of more pixels is an image in the file, not rectangles

/** What an XML file may hold: no characters that control something, no half of a pair.
 * @param {unknown} value */
function escape(value) {
  // eslint-disable-next-line no-control-regex
  const text = String(value).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd");
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** An element, with the attributes that have a value. @param {string} name @param {Object<string, any>} given */
function element(name, given, inside = "") {
  const attributes = Object.entries(given).filter(([, value]) => value !== undefined && value !== "");
  const text = attributes.map(
    ([key, value]) => ` ${key}="${escape(typeof value === "number" ? round(value) : value)}"`,
  );
  return inside ? `<${name}${text.join("")}>${inside}</${name}>` : `<${name}${text.join("")}/>`;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}

/** A context that paints on `ctx` and writes it down. `svg()` gives what was painted last, as elements, with the size in
 *  which it was painted; null if nothing was.
 * @param {any} ctx @param {string} id begins the names of its parts: no other picture in the file may have it
 * @param {string} background what is seen where a part is cleared
 * @returns {{ context: any, svg: () => { inside: string, width: number, height: number } | null }} */
export function recordContext(ctx, id, background) {
  let parts = /** @type {string[]} */ ([]),
    path = "",
    ratio = 1,
    clips = 0,
    painted = false;
  const open = /** @type {number[]} */ ([]); // how many groups each save() has open
  const alpha = () => (ctx.globalAlpha === 1 ? undefined : ctx.globalAlpha),
    filled = () => ({ fill: ctx.fillStyle, "fill-opacity": alpha() }),
    stroked = () => ({
      ...{ fill: "none", stroke: ctx.strokeStyle, "stroke-width": ctx.lineWidth, "stroke-opacity": alpha() },
      "stroke-dasharray": ctx.getLineDash().join(" "),
    }),
    box = (x, y, w, h) => ({ x: Math.min(x, x + w), y: Math.min(y, y + h), width: Math.abs(w), height: Math.abs(h) });
  const size = () => ({ width: ctx.canvas.width / ratio, height: ctx.canvas.height / ratio });
  const put = (name, given, inside) => parts.push(element(name, given, inside));
  const steps = {
    setTransform: (a) => (ratio = a),
    clearRect: (x, y, w, h) => {
      const { width, height } = size();
      if (x <= 0 && y <= 0 && w >= width - 1 && h >= height - 1) parts = [];
      else put("rect", { ...box(x, y, w, h), fill: background });
    },
    fillRect: (x, y, w, h) => w && h && put("rect", { ...box(x, y, w, h), ...filled() }),
    strokeRect: (x, y, w, h) => put("rect", { ...box(x, y, w, h), ...stroked() }),
    beginPath: () => (path = ""),
    moveTo: (x, y) => (path += `M${round(x)} ${round(y)}`),
    lineTo: (x, y) => (path += `${path ? "L" : "M"}${round(x)} ${round(y)}`),
    rect: (x, y, w, h) => (path += `M${round(x)} ${round(y)}h${round(w)}v${round(h)}h${round(-w)}z`),
    arc: (x, y, r) => (path += `M${round(x - r)} ${round(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`),
    fill: () => path && put("path", { d: path, ...filled() }),
    stroke: () => path && put("path", { d: path, ...stroked() }),
    save: () => open.push(0),
    clip: () => {
      const name = `${id}-${clips++}`;
      put("clipPath", { id: name }, element("path", { d: path }));
      parts.push(`<g clip-path="url(#${name})">`);
      if (open.length) open[open.length - 1] += 1;
    },
    restore: () => parts.push("</g>".repeat(open.pop() ?? 0)),
    fillText: (text, x, y, most) => put("text", { x, y, ...filled(), ...lettering(ctx, text, most) }, escape(text)),
    putImageData: ({ data, width, height }) => (parts = [cellsOf(data, width, height) ?? imageOf(ctx.canvas)]),
  };
  const context = new Proxy(ctx, {
    get: (_, name) => {
      const known = ctx[name];
      if (typeof known !== "function") return known;
      return (...given) => {
        const answer = known.apply(ctx, given);
        painted ||= name in steps;
        steps[name]?.(...given);
        return answer;
      };
    },
    set: (_, name, value) => {
      ctx[name] = value;
      return true;
    },
  });
  return { context, svg: () => (painted ? { inside: parts.join(""), ...size() } : null) };
}

/** How a text stands: its font and place, and its length where it must be narrower than its letters. */
function lettering(ctx, text, most) {
  const [, weight, size, family] = /^(?:(\w+) )?([\d.]+)px (.*)$/.exec(ctx.font) ?? [];
  const anchors = { center: "middle", right: "end", end: "end" },
    lines = { middle: "central", top: "text-before-edge", bottom: "text-after-edge" };
  return {
    ...{ "font-family": family?.replaceAll('"', "'"), "font-size": size, "font-weight": weight },
    ...{ "text-anchor": anchors[ctx.textAlign], "dominant-baseline": lines[ctx.textBaseline] },
    ...(most < ctx.measureText(text).width ? { textLength: most, lengthAdjust: "spacingAndGlyphs" } : {}),
  };
}

/** Pixels as rectangles, equal ones beside each other as one; null for too many. */
function cellsOf(data, width, height) {
  if (width * height > MOST_CELLS) return null;
  const cells = [],
    colourAt = (i) => `#${[0, 1, 2].map((c) => data[4 * i + c].toString(16).padStart(2, "0")).join("")}`;
  for (let y = 0; y < height; y++)
    for (let x = 0, next; x < width; x = next) {
      const fill = colourAt(y * width + x);
      for (next = x + 1; next < width && colourAt(y * width + next) === fill;) next++;
      cells.push(element("rect", { x, y, width: next - x, height: 1, fill }));
    }
  return `<g shape-rendering="crispEdges">${cells.join("")}</g>`;
}

/** A canvas as an image in the file. @param {HTMLCanvasElement} canvas */
export function imageOf(canvas) {
  const { width, height } = canvas;
  return element("image", {
    width,
    height,
    preserveAspectRatio: "none",
    style: "image-rendering: pixelated",
    href: canvas.toDataURL(),
  });
}

/** The file: pieces in their places, in CSS pixels, on the page's colour, with `title` above them.
 * @param {{ x: number, y: number, width: number, height: number, drawn: { inside: string, width: number, height: number } }[]} pieces
 * @param {{ width: number, height: number, title: string, top: number, left: number,
 *   heads: { text: string, x: number, y: number }[], theme: { background: string, text: string, font: string } }} page
 *   `heads` are the headings of the pieces */
export function svgOf(pieces, { width, height, title, top, left, heads, theme }) {
  const font = { "font-family": theme.font.replaceAll('"', "'"), "font-size": 14 };
  const pictures = pieces.map(({ drawn, ...place }) =>
    element(
      "svg",
      { ...place, viewBox: `0 0 ${round(drawn.width)} ${round(drawn.height)}`, preserveAspectRatio: "none" },
      drawn.inside || " ",
    ),
  );
  const line = (/** @type {string} */ text, /** @type {object} */ at) =>
    element("text", { fill: theme.text, "dominant-baseline": "text-before-edge", ...font, ...at }, escape(text));
  const parts = [
    element("title", {}, escape(title)),
    element("rect", { width, height, fill: theme.background }),
    line(title, { x: left, y: top }),
    ...heads.map(({ text, x, y }) => line(text, { x, y, "font-weight": 600 })),
    ...pictures,
  ];
  return element(
    "svg",
    { xmlns: "http://www.w3.org/2000/svg", width, height, viewBox: `0 0 ${round(width)} ${round(height)}` },
    parts.join("\n"),
  );
}
