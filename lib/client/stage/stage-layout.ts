import type { StageLook } from "@/lib/contracts/look";

export type Box = { width: number; height: number };
/** From the upper left corner of the box. */
export type Place = Box & { x: number; y: number /** Lies over the others. */; over?: true };

/** The programme's own measure: every screen shows this canvas, scaled as one piece. */
export const canvas: Box = { width: 1600, height: 900 };

const gap = 8;
const wide = 16 / 9;
/** Faces may be cropped up to this ratio; narrower would cut off shoulders. */
const narrowest = 3 / 4;

export type Tile = { kind: "face" | "screen"; identity: string };
type Arrangement = Pick<StageLook, "layout" | "spotlight">;

/**
 * The position of every tile, in the order of `tiles`. A large tile leaves the others a strip
 * beside or below it; without one, tiles share the box evenly.
 */
export function arrangeStage(
  box: Box,
  tiles: readonly Tile[],
  { layout, spotlight }: Arrangement,
): Place[] {
  const count = tiles.length;
  if (count === 0) return [];
  if (count === 1) return [{ x: 0, y: 0, ...box }];
  const large = largeTile(tiles, layout, spotlight);
  if (large === null) return grid(box, count, layout === "side-by-side" ? 2 : count);
  const [place, ...others] = withOthers(box, count - 1, layout);
  return [...others.slice(0, large), place, ...others.slice(large)];
}

const isIn = (spotlight: string | null) => (tile: Tile) =>
  tile.kind === "face" && tile.identity === spotlight;

/** The index of the tile that everything else makes room for. */
function largeTile(
  tiles: readonly Tile[],
  layout: Arrangement["layout"],
  spotlight: string | null,
): number | null {
  const first = (fits: (tile: Tile) => boolean) => {
    const index = tiles.findIndex(fits);
    return index < 0 ? null : index;
  };
  switch (layout) {
    case "auto":
    case "screen":
      return first(({ kind }) => kind === "screen");
    case "spotlight":
      return first(isIn(spotlight)) ?? first(({ kind }) => kind === "face");
    case "picture-in-picture":
      return first(({ kind }) => kind === "screen") ?? first(isIn(spotlight)) ?? 0;
    case "grid":
    case "side-by-side":
      return null;
  }
}

function grid(box: Box, tiles: number, mostInRow: number): Place[] {
  const shapes = Array.from({ length: Math.min(tiles, mostInRow) }, (_, index) =>
    gridTile(box, tiles, index + 1),
  );
  const { columns, width, height } = shapes.reduce((best, next) =>
    next.width * next.height > best.width * best.height ? next : best,
  );
  const rows = Math.ceil(tiles / columns);
  const top = (box.height - rows * height - (rows - 1) * gap) / 2;
  return Array.from({ length: tiles }, (_, index) => {
    const row = Math.floor(index / columns);
    const inRow = Math.min(columns, tiles - row * columns);
    const left = (box.width - inRow * width - (inRow - 1) * gap) / 2;
    return {
      x: left + (index - row * columns) * (width + gap),
      y: top + row * (height + gap),
      width,
      height,
    };
  });
}

function gridTile(box: Box, tiles: number, columns: number) {
  const rows = Math.ceil(tiles / columns);
  const cellWidth = (box.width - gap * (columns - 1)) / columns;
  const cellHeight = (box.height - gap * (rows - 1)) / rows;
  const width = Math.max(0, Math.min(cellWidth, cellHeight * wide));
  return { columns, width, height: Math.max(0, Math.min(cellHeight, width / narrowest)) };
}

function withOthers(box: Box, others: number, layout: Arrangement["layout"]): Spotlight {
  if (layout === "picture-in-picture") return overPicture(box, others);
  const beside = stripBeside(box, others);
  const below = stripBelow(box, others);
  // In the screen layout, faces stay beside the screen unless the box is upright.
  if (layout === "screen" && box.width >= box.height) return beside;
  return pictureArea(beside[0]) >= pictureArea(below[0]) ? beside : below;
}

type Spotlight = [Place, ...Place[]];

/** The area of the largest 16:9 picture that fits. */
const pictureArea = ({ width, height }: Place) => {
  const shown = Math.min(width, height * wide);
  return (shown * shown) / wide;
};

/** In a row that ends in the lower right corner. */
function overPicture(box: Box, others: number): Spotlight {
  const margin = box.width * 0.02;
  const room = (box.width - 2 * margin - gap * (others - 1)) / others;
  const width = Math.min(box.width * 0.22, room);
  const height = width / wide;
  return [
    { x: 0, y: 0, ...box },
    ...Array.from({ length: others }, (_, index) => ({
      x: box.width - margin - (others - index) * width - (others - index - 1) * gap,
      y: box.height - margin - height,
      width,
      height,
      over: true as const,
    })),
  ];
}

function stripBeside(box: Box, faces: number): Spotlight {
  const room = (box.height - gap * (faces - 1)) / faces;
  const width = Math.min(box.width * 0.2, room * wide);
  const height = width / wide;
  const top = (box.height - faces * height - (faces - 1) * gap) / 2;
  return [
    { x: 0, y: 0, width: box.width - width - gap, height: box.height },
    ...Array.from({ length: faces }, (_, index) => ({
      x: box.width - width,
      y: top + index * (height + gap),
      width,
      height,
    })),
  ];
}

function stripBelow(box: Box, faces: number): Spotlight {
  const room = (box.width - gap * (faces - 1)) / faces;
  const height = Math.min(box.height * 0.22, room / wide);
  const width = height * wide;
  const left = (box.width - faces * width - (faces - 1) * gap) / 2;
  return [
    { x: 0, y: 0, width: box.width, height: box.height - height - gap },
    ...Array.from({ length: faces }, (_, index) => ({
      x: left + index * (width + gap),
      y: box.height - height,
      width,
      height,
    })),
  ];
}

const logo = { x: 40, y: 36, width: 220, height: 90 };
/** Of the tile's width: its middle, where the face is, stays free. */
const mostOfTile = 0.3;

/** Where the logo is drawn: smaller if the tile in the upper left corner is small. */
export function logoPlace(tiles: readonly Place[]): Place {
  const corner = Math.min(...tiles.map(({ x, y }) => x + y));
  const tile = tiles.find(({ x, y }) => x + y === corner);
  const scale = tile ? Math.min(1, (tile.width * mostOfTile) / logo.width) : 1;
  return {
    x: logo.x * scale,
    y: logo.y * scale,
    width: logo.width * scale,
    height: logo.height * scale,
  };
}

/** A tile is not filled if less of the picture than this would be visible. */
const leastShown = 0.4;

/**
 * Whether a face fills its tile or is shown whole: filling a wide tile with an upright phone's
 * picture would show just a nose.
 */
export function faceFit(tile: Box, picture: Box | null): "cover" | "contain" {
  if (!picture || picture.height === 0 || tile.height === 0) return "cover";
  const ratio = tile.width / tile.height / (picture.width / picture.height);
  return Math.min(ratio, 1 / ratio) >= leastShown ? "cover" : "contain";
}

const centre = { x: 0.5, y: 0.5 };

/**
 * Which part of a picture is drawn, and where in its tile: filled, or whole between bars. `at` is
 * the side to which it keeps, from 0 to 1.
 */
export function fitted(
  tile: Place,
  picture: Box,
  fills: boolean,
  at: { x: number; y: number } = centre,
): { from: Place; to: Place } {
  const scales = [tile.width / picture.width, tile.height / picture.height];
  const scale = fills ? Math.max(...scales) : Math.min(...scales);
  const width = Math.min(picture.width, tile.width / scale);
  const height = Math.min(picture.height, tile.height / scale);
  return {
    from: {
      x: (picture.width - width) * at.x,
      y: (picture.height - height) * at.y,
      width,
      height,
    },
    to: {
      x: tile.x + (tile.width - width * scale) * at.x,
      y: tile.y + (tile.height - height * scale) * at.y,
      width: width * scale,
      height: height * scale,
    },
  };
}
