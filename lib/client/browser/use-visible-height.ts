"use client";

import { type RefObject, useEffect } from "react";

/**
 * Keeps `--visible-height` of an element at what an on-screen keyboard leaves of the window. Needed
 * on iOS, where the keyboard lies over the page instead of making it smaller.
 */
export function useVisibleHeight(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    const target = element.current;
    if (!viewport || !target) return;
    const fit = () => {
      // A pinch makes it smaller too, and is not a keyboard.
      const covered = viewport.scale === 1 && viewport.height < window.innerHeight - 1;
      if (!covered) return void target.style.removeProperty("--visible-height");
      target.style.setProperty("--visible-height", `${viewport.height}px`);
      window.scrollTo(0, 0);
    };
    viewport.addEventListener("resize", fit);
    return () => viewport.removeEventListener("resize", fit);
  }, [element]);
}
