import type { Focus } from "@/lib/client/browser/focus";
import { actionOfKey, type KeyTable } from "@/lib/client/browser/key-table";

export type PlayerAction =
  | "pause"
  | "mute"
  | "full-screen"
  | "theatre"
  | "picture-in-picture"
  | "louder"
  | "quieter"
  | "chat"
  | "help";

/** The keys of each action, also shown in the list. As on YouTube where it has the same action. */
export const playerKeys: KeyTable<PlayerAction> = [
  { action: "pause", keys: [" ", "k"] },
  { action: "mute", keys: ["m"] },
  { action: "louder", keys: ["ArrowUp"] },
  { action: "quieter", keys: ["ArrowDown"] },
  { action: "full-screen", keys: ["f"] },
  { action: "theatre", keys: ["t"] },
  { action: "picture-in-picture", keys: ["i"] },
  { action: "chat", keys: ["c"] },
  { action: "help", keys: ["?"] },
];

/** Keys that buttons, sliders and lists handle themselves. */
const taken: ReadonlySet<string> = new Set([" ", "ArrowUp", "ArrowDown"]);

export function playerAction(key: string, focus: Focus): PlayerAction | null {
  if (focus === "typing") return null;
  if (focus === "control" && taken.has(key)) return null;
  return actionOfKey(playerKeys, key);
}
