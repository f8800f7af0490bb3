import { fitted, type Place } from "./stage-layout";

type Pen = CanvasRenderingContext2D;
type Draw = (pen: Pen) => void | Promise<void>;
type Piece = { layer: number; clip: Place; draw: Draw };

/** Hides what only this reader sees, such as “(you)” (programme.module.css). */
const asOthersSee = "data-still";

/**
 * Draws a programme as the page shows it, for people elsewhere: pictures, names, texts and brand kit. Own
 * pictures are not mirrored.
 *
 * @returns false if nobody is on stage
 */
export async function paintProgramme(
  frame: HTMLElement,
  canvas: HTMLCanvasElement,
): Promise<boolean> {
  const pen = canvas.getContext("2d");
  const whole = frame.getBoundingClientRect();
  if (!pen || !whole.width || !frame.querySelector("figure, [data-card]")) return false;
  // The browser does not render before the attribute is gone again.
  frame.setAttribute(asOthersSee, "");
  const pieces = piecesOf(frame);
  frame.removeAttribute(asOthersSee);
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.scale(canvas.width / whole.width, canvas.width / whole.width);
  pen.translate(-whole.x, -whole.y);
  pen.textAlign = "left";
  for (const { clip, draw } of pieces) {
    pen.save();
    pen.beginPath();
    pen.rect(clip.x, clip.y, clip.width, clip.height);
    pen.clip();
    await draw(pen);
    pen.restore();
  }
  return true;
}

/** Everything visible, in the order in which the browser paints it. */
function piecesOf(frame: HTMLElement): Piece[] {
  const found: Piece[] = [];
  const visit = (element: Element, around: Omit<Piece, "draw">) => {
    const box: Place = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    // Texts for screen readers are one pixel wide.
    if (box.width <= 1 || style.visibility === "hidden" || style.opacity === "0") return;
    const layer = Number(style.zIndex) || around.layer;
    const add = (draw: Draw, clip = around.clip) => found.push({ layer, clip, draw });
    add(ground(box, style));
    if (element instanceof HTMLImageElement || element instanceof HTMLVideoElement) {
      add(picture(element, box, style));
    } else if (element instanceof SVGElement) {
      add(icon(element, box, style));
    } else {
      const clip = style.overflow === "visible" ? around.clip : common(box, around.clip);
      for (const child of element.childNodes) {
        if (child instanceof Element) visit(child, { layer, clip });
        else if (child instanceof Text) add(words(child, clip, style), clip);
      }
    }
  };
  visit(frame, { layer: 0, clip: frame.getBoundingClientRect() });
  return found.sort((a, b) => a.layer - b.layer);
}

function common(one: Place, other: Place): Place {
  const [x, y] = [Math.max(one.x, other.x), Math.max(one.y, other.y)];
  const right = Math.min(one.x + one.width, other.x + other.width);
  const bottom = Math.min(one.y + one.height, other.y + other.height);
  return { x, y, width: Math.max(0, right - x), height: Math.max(0, bottom - y) };
}

function ground(
  { x, y, width, height }: Place,
  { backgroundColor, borderRadius }: CSSStyleDeclaration,
): Draw {
  return (pen) => {
    pen.fillStyle = backgroundColor;
    pen.beginPath();
    pen.roundRect(x, y, width, height, Number.parseFloat(borderRadius));
    pen.fill();
  };
}

function picture(
  source: HTMLImageElement | HTMLVideoElement,
  box: Place,
  { objectFit, objectPosition }: CSSStyleDeclaration,
): Draw {
  const size =
    source instanceof HTMLImageElement
      ? { width: source.naturalWidth, height: source.naturalHeight }
      : { width: source.videoWidth, height: source.videoHeight };
  const missing =
    source instanceof HTMLVideoElement && source.readyState < HTMLMediaElement.HAVE_CURRENT_DATA;
  if (missing || size.width <= 1) return () => undefined;
  const [x = 50, y = 50] = objectPosition.split(" ").map(Number.parseFloat);
  const { from, to } = fitted(box, size, objectFit === "cover", { x: x / 100, y: y / 100 });
  return (pen) =>
    pen.drawImage(
      source,
      ...([from.x, from.y, from.width, from.height] as const),
      ...([to.x, to.y, to.width, to.height] as const),
    );
}

function icon(svg: SVGElement, box: Place, { color }: CSSStyleDeclaration): Draw {
  const copy = svg.cloneNode(true) as SVGElement;
  copy.style.color = color;
  copy.setAttribute("width", String(box.width));
  copy.setAttribute("height", String(box.height));
  const image = new Image();
  const code = new XMLSerializer().serializeToString(copy);
  image.src = `data:image/svg+xml,${encodeURIComponent(code)}`;
  return (pen) =>
    image.decode().then(
      () => pen.drawImage(image, box.x, box.y, box.width, box.height),
      () => undefined,
    );
}

function words(text: Text, clip: Place, style: CSSStyleDeclaration): Draw {
  const lines = linesOf(text);
  const { color, direction, fontFamily, fontSize, fontWeight, textOverflow } = style;
  return (pen) => {
    pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
    pen.fillStyle = color;
    pen.direction = direction === "rtl" ? "rtl" : "ltr";
    for (const { letters, x, y, width, height } of lines) {
      const room = clip.x + clip.width - x;
      const cut = textOverflow === "ellipsis" && width > room + 1;
      const { fontBoundingBoxAscent: above, fontBoundingBoxDescent: below } = pen.measureText("x");
      const shown = cut ? shortened(pen, letters, room) : letters;
      pen.fillText(shown.join(""), x, y + (height + above - below) / 2);
    }
  };
}

function shortened(pen: Pen, letters: string[], room: number): string[] {
  const shown = [...letters];
  while (shown.length > 0 && pen.measureText(`${shown.join("")}…`).width > room) shown.pop();
  return [...shown, "…"];
}

type Line = Place & { letters: string[] };

/** The lines into which the browser breaks a text. */
function linesOf(text: Text): Line[] {
  const lines: Line[] = [];
  const range = document.createRange();
  let at = 0;
  for (const letter of text.data) {
    range.setStart(text, at);
    at += letter.length;
    range.setEnd(text, at);
    const { x, y, width, height } = range.getBoundingClientRect();
    // White space that the browser left out.
    if (height === 0) continue;
    const line = lines.at(-1);
    const shown = /\s/.test(letter) ? " " : letter;
    if (!line || Math.abs(y - line.y) > height / 2) {
      lines.push({ x, y, width, height, letters: [shown] });
      continue;
    }
    const right = Math.max(line.x + line.width, x + width);
    line.x = Math.min(line.x, x);
    line.width = right - line.x;
    line.letters.push(shown);
  }
  return lines;
}
