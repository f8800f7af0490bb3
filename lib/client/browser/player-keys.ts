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

/** As on YouTube, where there is the like of it. The keys of each action, for the list as well. */
export const playerKeys: readonly { action: PlayerAction; keys: readonly string[] }[] = [
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

/** Where the focus is: nowhere in particular, on something with keys of its own, or in words. */
export type Focus = "page" | "control" | "typing";

/** Keys that a button, a slider or a list takes for itself. */
const taken: ReadonlySet<string> = new Set([" ", "ArrowUp", "ArrowDown"]);

export function playerAction(key: string, focus: Focus): PlayerAction | null {
  if (focus === "typing") return null;
  if (focus === "control" && taken.has(key)) return null;
  const pressed = key.length === 1 ? key.toLowerCase() : key;
  return playerKeys.find(({ keys }) => keys.includes(pressed))?.action ?? null;
}

const wordFields = "input:not([type=range]), textarea, select, [contenteditable]";
/** A menu and a window read letters too. */
const readsLetters = "[role=menu], [role=dialog], [role=alertdialog]";
const hasKeys = "button, a, summary, input, [role=log], [role=separator], [role=slider], hr";

export function focusOf(element: Pick<Element, "closest"> | null): Focus {
  if (!element) return "page";
  if (element.closest(`${wordFields}, ${readsLetters}`)) return "typing";
  return element.closest(hasKeys) ? "control" : "page";
}
