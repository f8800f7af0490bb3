/** A viewer's choice, remembered for the next visit. */
export type Sound = { volume: number; muted: boolean };

const isRecord = (kept: unknown): kept is Record<string, unknown> =>
  typeof kept === "object" && kept !== null;

const audible = (volume: number) => Math.min(1, Math.max(0, volume));

export function soundFrom(kept: unknown): Sound {
  const { volume, muted } = isRecord(kept) ? kept : {};
  return {
    volume: typeof volume === "number" ? audible(volume) : 1,
    muted: muted === true,
  };
}

export const theatreFrom = (kept: unknown): boolean => kept === true;
export const fillsFrom = (kept: unknown): boolean => kept === true;

/** Changes the volume by a twentieth. Any change also unmutes. */
export function turned({ volume }: Sound, by: "up" | "down"): Sound {
  const next = Math.round((volume + (by === "up" ? 0.05 : -0.05)) * 100) / 100;
  return { volume: audible(next), muted: false };
}

/** Toggles mute. Unmutes at full volume if the volume was turned down to zero. */
export function muteToggled({ volume, muted }: Sound): Sound {
  return muted || volume === 0 ? { volume: volume || 1, muted: false } : { volume, muted: true };
}
