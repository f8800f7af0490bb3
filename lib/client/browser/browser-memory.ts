/** `browser` outlives the visit; `tab` outlives a reload and no more. */
type Reach = "browser" | "tab";

const key = (name: string) => `greenroom.${name}`;

/** Null where nothing is kept, or where the browser keeps nothing for us (blocked or private storage). */
export function recall(reach: Reach, name: string): string | null {
  try {
    return storage(reach).getItem(key(name));
  } catch {
    return null;
  }
}

/** Kept where the browser allows it; forgotten by `null`. */
export function remember(reach: Reach, name: string, value: string | null): void {
  try {
    if (value === null) storage(reach).removeItem(key(name));
    else storage(reach).setItem(key(name), value);
  } catch {
    // A choice that is not remembered is made again next time.
  }
}

const storage = (reach: Reach): Storage => (reach === "browser" ? localStorage : sessionStorage);
