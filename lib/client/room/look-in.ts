import type { Brand } from "@/lib/contracts/accounts/brand";
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

type Told = { look?: Partial<StageLook>; brand?: Brand | null };

/** The look in a room's metadata; null if it has none yet. */
export function lookIn(metadata: string | undefined): StageLook | null {
  const { look } = toldBy(metadata);
  return look ? { ...plainLook, ...look } : null;
}

/**
 * The brand in a room's metadata, null for none; undefined if it has nothing yet. A stage's room has it with
 * the look, a private show's waiting room alone.
 */
export function brandIn(metadata: string | undefined): Brand | null | undefined {
  const { look, brand } = toldBy(metadata);
  return look || brand !== undefined ? (brand ?? null) : undefined;
}

function toldBy(metadata: string | undefined): Told {
  if (!metadata) return {};
  try {
    return JSON.parse(metadata);
  } catch {
    return {};
  }
}
