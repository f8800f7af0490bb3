const longest = 30;
const shortest = 3;

// Letters that need two ASCII letters, and letters that NFD does not decompose.
const spelledOut: Record<string, string> = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d" };

/**
 * Suggests a handle for a name, `Ada Lovelace` → `ada_lovelace`; empty if too little of it is left.
 */
export function suggestedHandle(name: string): string {
  const handle = name
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => spelledOut[letter] ?? "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "_")
    .replace(/^_+/, "")
    .slice(0, longest)
    .replace(/_+$/, "");
  return handle.length >= shortest ? handle : "";
}
