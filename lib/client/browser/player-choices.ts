/** What a viewer chooses once and finds again at the next visit. */
export type Sound = { volume: number; muted: boolean };

export type Quality = "auto" | "high" | "medium" | "low" | "none";

/** Of the side panel, in rem; a person's own text size counts in. */
export const panelWidths = { least: 18, usual: 22, most: 36, step: 1 } as const;

const isRecord = (kept: unknown): kept is Record<string, unknown> =>
  typeof kept === "object" && kept !== null;

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

export function soundFrom(kept: unknown): Sound {
  const { volume, muted } = isRecord(kept) ? kept : {};
  return {
    volume: typeof volume === "number" ? clamp(volume, 0, 1) : 1,
    muted: muted === true,
  };
}

export function qualityFrom(kept: unknown): Quality {
  const known: Quality[] = ["auto", "high", "medium", "low", "none"];
  return known.find((quality) => quality === kept) ?? "auto";
}

export const theatreFrom = (kept: unknown): boolean => kept === true;

export const panelWidthFrom = (kept: unknown): number =>
  typeof kept === "number" && Number.isFinite(kept)
    ? clamp(kept, panelWidths.least, panelWidths.most)
    : panelWidths.usual;

/** Louder and quieter by a twentieth; louder is heard even where the sound was off. */
export function turned({ volume }: Sound, by: "up" | "down"): Sound {
  const next = Math.round((volume + (by === "up" ? 0.05 : -0.05)) * 100) / 100;
  return { volume: clamp(next, 0, 1), muted: false };
}

/** Off, or on again: at full volume where it was turned down to nothing. */
export function muteToggled({ volume, muted }: Sound): Sound {
  return muted || volume === 0 ? { volume: volume || 1, muted: false } : { volume, muted: true };
}

/** The panel's width after a key of its edge; the panel is on the right, so left makes it wider. */
export function panelWidthAfter(width: number, key: string): number | null {
  const { least, most, step } = panelWidths;
  switch (key) {
    case "ArrowLeft":
      return clamp(width + step, least, most);
    case "ArrowRight":
      return clamp(width - step, least, most);
    case "Home":
      return least;
    case "End":
      return most;
    default:
      return null;
  }
}
