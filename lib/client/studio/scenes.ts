import type { Focus } from "@/lib/client/browser/focus";
import { layouts, type Scene as ShownScene, type StageLayout } from "@/lib/contracts/common/scenes";
import type { LookChanges, StageLook } from "@/lib/contracts/look";

type Card = Exclude<ShownScene, "show">;
/** What one press puts on screen: a card, or the stage in one of its layouts. */
export type SceneName = Card | StageLayout;

/** In the order of their keys, 1 to 9. */
export const sceneNames: readonly SceneName[] = ["starting", ...layouts, "break", "thanks"];

export const isCard = (name: SceneName): name is Card =>
  !(layouts as readonly string[]).includes(name);

export const sceneOf = ({ scene, layout }: Pick<StageLook, "scene" | "layout">): SceneName =>
  scene === "show" ? layout : scene;

/** The look with another scene, as it will be on air. */
export const lookWith = (name: SceneName, look: StageLook): StageLook => ({
  ...look,
  ...(isCard(name) ? { scene: name, countdownTo: null } : { scene: "show", layout: name }),
});

/** Seconds a card counts down from; null for none. */
export type Countdowns = Record<"starting" | "break", number | null>;

export function changesTo(name: SceneName, countdowns: Countdowns): LookChanges {
  if (!isCard(name)) return { scene: "show", layout: name };
  return { scene: name, countdownSeconds: name === "thanks" ? null : countdowns[name] };
}

export type DeskAction = SceneName | "take";

export const takeKey = "t";

type Press = Pick<KeyboardEvent, "key" | "repeat">;

/** A held key would ask again and again. */
export function deskAction({ key, repeat }: Press, focus: Focus): DeskAction | null {
  if (focus === "typing" || repeat) return null;
  const scene = /^[1-9]$/.test(key) ? sceneNames[Number(key) - 1] : undefined;
  return scene ?? (key.toLowerCase() === takeKey ? "take" : null);
}
