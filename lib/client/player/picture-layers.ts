import type { Quality } from "@/lib/client/room/picture-quality";

export type Layer = { quality: Exclude<Quality, "auto" | "none">; height: number };

/** As LiveKit numbers them (`VideoQuality` of its protocol). */
const names = ["low", "medium", "high"] as const;

type Announced = { quality: number; width: number; height: number };

/**
 * What a publisher really sends of the main picture, the largest first; empty where there is one
 * size only and so nothing to choose. A picture's height is its shorter side: an upright phone's
 * 720 × 1280 is called 720p everywhere.
 */
export function layersOf(announced: readonly Announced[]): Layer[] {
  const layers = announced.flatMap(({ quality, width, height }) => {
    const name = names[quality];
    return name && width > 0 && height > 0
      ? [{ quality: name, height: Math.min(width, height) }]
      : [];
  });
  const distinct = layers.filter(
    ({ height }, index) => layers.findIndex((layer) => layer.height === height) === index,
  );
  return distinct.length > 1 ? distinct.sort((a, b) => b.height - a.height) : [];
}
