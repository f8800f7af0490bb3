/** @typedef {import("./picture.mjs").Mask} Mask */
/** @typedef {[number, number]} Point */

/**
 * The way of a pen over one letter: points, and arcs as centre, radii, and the degrees that they
 * begin and end at (counter-clockwise from the right). Capitals and digits are 10 high, small
 * letters 6.4, from the baseline up.
 * @typedef {{ arc: [number, number, number, number, number, number] }} Arc
 * @typedef {(Point | Arc)[]} Stroke
 */

/** @param {Arc["arc"]} arc */
const arc = (...arc) => ({ arc });
const bowl = arc(3.2, 3.2, 3.2, 3.2, 0, 360);

/**
 * A font of its own, since Node draws none: only the letters of the card, and digits of one width.
 * @type {Record<string, { width: number, strokes: Stroke[] }>}
 */
const letters = {
  " ": { width: 1.6, strokes: [] },
  G: {
    width: 9.8,
    strokes: [[arc(4.9, 5, 4.9, 5, 45, 352), [9.75, 5], [5.6, 5]]],
  },
  a: {
    width: 6.4,
    strokes: [
      [bowl],
      [
        [6.4, 6.4],
        [6.4, 0],
      ],
    ],
  },
  c: { width: 5.7, strokes: [[arc(3.2, 3.2, 3.2, 3.2, 45, 315)]] },
  d: {
    width: 6.4,
    strokes: [
      [bowl],
      [
        [6.4, 10],
        [6.4, 0],
      ],
    ],
  },
  e: { width: 6.4, strokes: [[[0, 3.2], arc(3.2, 3.2, 3.2, 3.2, 0, 318)]] },
  m: {
    width: 9.2,
    strokes: [
      [
        [0, 0],
        [0, 6.4],
      ],
      [[0, 3], arc(2.3, 4.1, 2.3, 2.3, 180, 0), [4.6, 0]],
      [[4.6, 3], arc(6.9, 4.1, 2.3, 2.3, 180, 0), [9.2, 0]],
    ],
  },
  n: {
    width: 5.2,
    strokes: [
      [
        [0, 0],
        [0, 6.4],
      ],
      [[0, 3], arc(2.6, 3.8, 2.6, 2.6, 180, 0), [5.2, 0]],
    ],
  },
  o: { width: 6.4, strokes: [[bowl]] },
  r: {
    width: 3.2,
    strokes: [
      [
        [0, 0],
        [0, 6.4],
      ],
      [[0, 3], arc(2.7, 3.7, 2.7, 2.7, 180, 75)],
    ],
  },
  s: {
    width: 4.2,
    strokes: [[arc(2.1, 4.8, 2.1, 1.6, 35, 270), arc(2.1, 1.6, 2.1, 1.6, 90, -145)]],
  },
  t: {
    width: 3.9,
    strokes: [
      [[1.5, 9], [1.5, 1.8], arc(3.3, 1.8, 1.8, 1.8, 180, 275)],
      [
        [0, 6.4],
        [3.9, 6.4],
      ],
    ],
  },
  0: { width: 6, strokes: [[arc(3, 5, 3, 5, 0, 360)]] },
  1: {
    width: 6,
    strokes: [
      [
        [1, 8.1],
        [3.6, 10],
        [3.6, 0],
      ],
    ],
  },
  2: { width: 6, strokes: [[arc(3, 7.1, 2.9, 2.9, 165, -35), [0.1, 0], [6, 0]]] },
  3: { width: 6, strokes: [[arc(2.9, 7.6, 2.5, 2.4, 150, -90), arc(2.9, 2.6, 3, 2.6, 90, -150)]] },
  4: {
    width: 6,
    strokes: [
      [
        [4.7, 0],
        [4.7, 10],
        [0, 2.9],
        [6.2, 2.9],
      ],
    ],
  },
  5: {
    width: 6,
    strokes: [[[5.4, 10], [1.1, 10], [0.7, 5.4], arc(2.9, 3.1, 3.1, 3.1, 132, -150)]],
  },
  6: {
    width: 6,
    strokes: [
      [arc(3, 3, 3, 3, 0, 360)],
      [
        [3.6, 10],
        [0.4, 4.5],
      ],
    ],
  },
  7: {
    width: 6,
    strokes: [
      [
        [0, 10],
        [6, 10],
        [2, 0],
      ],
    ],
  },
  8: { width: 6, strokes: [[arc(3, 7.6, 2.5, 2.4, 0, 360)], [arc(3, 2.6, 3, 2.6, 0, 360)]] },
  9: {
    width: 6,
    strokes: [
      [arc(3, 7, 3, 3, 0, 360)],
      [
        [2.4, 0],
        [5.6, 5.5],
      ],
    ],
  },
  ":": { width: 0.6, strokes: [[[0.3, 1.6]], [[0.3, 5.6]]] },
};

const height = 10;
const pen = 1.3;
const gap = 2.6;
const degreesAStep = 6;

/**
 * @param {Stroke} stroke
 * @returns {Point[]} the corners of the line that it is drawn as
 */
function pointsOf(stroke) {
  return stroke.flatMap((part) => {
    if (!("arc" in part)) return [part];
    const [x, y, across, up, from, to] = part.arc;
    const steps = Math.ceil(Math.abs(to - from) / degreesAStep);
    return Array.from({ length: steps + 1 }, (_, step) => {
      const angle = ((from + ((to - from) * step) / steps) * Math.PI) / 180;
      return /** @type {Point} */ ([x + across * Math.cos(angle), y + up * Math.sin(angle)]);
    });
  });
}

/**
 * @param {Point} point
 * @param {Point} from
 * @param {Point} to
 * @returns {number} how far the point is from the line between the two
 */
export function distance([x, y], [fromX, fromY], [toX, toY]) {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - fromX) * dx + (y - fromY) * dy) / length;
  const kept = Math.min(1, Math.max(0, along));
  return Math.hypot(x - fromX - kept * dx, y - fromY - kept * dy);
}

const even = (/** @type {number} */ size) => 2 * Math.ceil(size / 2);

/**
 * @param {string} text in the letters that the font has
 * @param {number} capital the height of a capital in pixels
 * @returns {Mask} with the pen's width around the letters, of even size
 */
export function lettering(text, capital) {
  const unit = capital / height;
  const half = (pen * unit) / 2;
  const margin = half + 1;
  /** @type {[Point, Point][]} */
  const lines = [];
  let x = 0;
  for (const character of text) {
    const letter = letters[character];
    if (!letter) throw new Error(`the font of the test card has no "${character}"`);
    const start = x;
    for (const stroke of letter.strokes) {
      const points = pointsOf(stroke).map(
        ([across, up]) =>
          /** @type {Point} */ ([margin + (start + across) * unit, margin + (height - up) * unit]),
      );
      points.forEach((point, index) => void lines.push([points[index - 1] ?? point, point]));
    }
    x += letter.width + gap;
  }
  const width = even((x - gap) * unit + 2 * margin);
  return inked(lines, half, { width, height: even(capital + 2 * margin) });
}

/**
 * @param {[Point, Point][]} lines
 * @param {number} half of the pen's width
 * @param {{ width: number, height: number }} size
 * @returns {Mask} with soft edges: a pixel is covered by as much of it as the pen reaches
 */
function inked(lines, half, size) {
  const cover = new Uint8Array(size.width * size.height);
  const reach = half + 1;
  for (const [from, to] of lines) {
    const left = Math.max(0, Math.floor(Math.min(from[0], to[0]) - reach));
    const right = Math.min(size.width - 1, Math.ceil(Math.max(from[0], to[0]) + reach));
    const top = Math.max(0, Math.floor(Math.min(from[1], to[1]) - reach));
    const bottom = Math.min(size.height - 1, Math.ceil(Math.max(from[1], to[1]) + reach));
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const within = half + 0.5 - distance([x + 0.5, y + 0.5], from, to);
        const covered = Math.round(255 * Math.min(1, Math.max(0, within)));
        const at = y * size.width + x;
        if (covered > (cover[at] ?? 0)) cover[at] = covered;
      }
    }
  }
  return { ...size, cover };
}
