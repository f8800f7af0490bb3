import type { StageLook } from "@/lib/contracts/look";

/** In pixels, from the upper left corner of the stage's box. */
export type Box = { width: number; height: number };
export type Place = Box & { x: number; y: number };

const gap = 4;
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
  const [place, ...others] = withStrip(box, count - 1, layout);
  return [...others.slice(0, large), place, ...others.slice(large)];
}

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
      return (
        first(({ kind, identity }) => kind === "face" && identity === spotlight) ??
        first(({ kind }) => kind === "face")
      );
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

function withStrip(box: Box, others: number, layout: Arrangement["layout"]): Spotlight {
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

function stripBeside(box: Box, faces: number): Spotlight {
  const room = (box.height - gap * (faces - 1)) / faces;
  const width = Math.min(clamp(box.width * 0.2, 88, 280), room * wide);
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
  const height = Math.min(clamp(box.height * 0.22, 56, 160), room / wide);
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

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

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
