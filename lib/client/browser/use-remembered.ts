"use client";

import { useCallback, useEffect, useState } from "react";
import { recall, remember } from "./browser-memory";

/**
 * A choice that outlives the visit. `read` makes it out of what was kept, which is null at first and
 * may be anything; the server and the first picture of the page have the answer to null.
 */
export function useRemembered<T>(name: string, read: (kept: unknown) => T): [T, (next: T) => void] {
  const [value, setValue] = useState(() => read(null));
  useEffect(() => setValue(read(parsed(recall("browser", name)))), [name, read]);
  const keep = useCallback(
    (next: T) => {
      setValue(next);
      remember("browser", name, JSON.stringify(next));
    },
    [name],
  );
  return [value, keep];
}

function parsed(kept: string | null): unknown {
  try {
    return kept === null ? null : JSON.parse(kept);
  } catch {
    return null;
  }
}
