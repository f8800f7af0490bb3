import type { Quality } from "@/lib/client/room/picture-quality";

export type Layer = { quality: Exclude<Quality, "auto" | "none">; height: number };

/** In LiveKit's order (`VideoQuality` of its protocol). */
const names = ["low", "medium", "high"] as const;

type Announced = { quality: number; width: number; height: number };

/**
 * The layers a publisher sends of the main picture, largest first; empty if there is only one size
 * and nothing to choose. A layer's height is its shorter side: an upright phone's 720 × 1280 is
 * commonly called 720p.
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
