"use client";

import { type RefObject, useEffect } from "react";

/**
 * Sets an element's `--visible-height` to the part of the window that the on-screen keyboard leaves
 * free. Needed on iOS, where the keyboard covers the page instead of shrinking it.
 */
export function useVisibleHeight(element: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    const target = element.current;
    if (!viewport || !target) return;
    const fit = () => {
      // Pinch zoom shrinks the viewport too, but is not a keyboard.
      const covered = viewport.scale === 1 && viewport.height < window.innerHeight - 1;
      if (!covered) return void target.style.removeProperty("--visible-height");
      target.style.setProperty("--visible-height", `${viewport.height}px`);
      window.scrollTo(0, 0);
    };
    viewport.addEventListener("resize", fit);
    return () => viewport.removeEventListener("resize", fit);
  }, [element]);
}
