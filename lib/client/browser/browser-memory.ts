/** `browser` persists across visits; `tab` only survives reloads. */
type Reach = "browser" | "tab";

const key = (name: string) => `greenroom.${name}`;

/** Null if nothing is stored, or if the browser blocks storage. */
export function recall(reach: Reach, name: string): string | null {
  try {
    return storage(reach).getItem(key(name));
  } catch {
    return null;
  }
}

/** Stores a value where the browser allows it; `null` deletes it. */
export function remember(reach: Reach, name: string, value: string | null): void {
  try {
    if (value === null) storage(reach).removeItem(key(name));
    else storage(reach).setItem(key(name), value);
  } catch {
    // A choice that was not stored has to be made again next time.
  }
}

const storage = (reach: Reach): Storage => (reach === "browser" ? localStorage : sessionStorage);
