"use client";

import { useCallback, useState } from "react";
import type { Box } from "./stage-layout";

/** The size of the element with the returned ref; null until measured. */
export function useElementSize(): [
  (element: HTMLElement | null) => (() => void) | undefined,
  Box | null,
] {
  const [size, setSize] = useState<Box | null>(null);
  const measure = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: element.clientHeight }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [measure, size];
}
