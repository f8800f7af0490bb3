"use client";

import { useCallback, useEffect, useState } from "react";
import { recall, remember } from "./browser-memory";

/**
 * A choice remembered across visits. `read` parses the stored value, which may be anything and is
 * null at first. The server and the first render use the result for null.
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
