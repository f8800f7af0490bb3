import type { StageLook } from "@/lib/contracts/look";

/** The default before any host has changed it, and where it cannot be known. */
export const plainLook: StageLook = {
  scene: "show",
  countdownTo: null,
  layout: "auto",
  spotlight: null,
  tileOrder: [],
  volumes: {},
  showNames: true,
  banner: null,
  comment: null,
};

/** The look in a room's metadata; null if it has none yet. */
export function lookIn(metadata: string | undefined): StageLook | null {
  if (!metadata) return null;
  try {
    const { look } = JSON.parse(metadata) as { look?: Partial<StageLook> };
    return look ? { ...plainLook, ...look } : null;
  } catch {
    return null;
  }
}
