"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";

/** Nearer to the end than this counts as being there. */
const slackPx = 48;

export type StickToEnd = {
  /** For the element that scrolls; in the tab order, since not every browser puts it there itself. */
  scroller: { ref: RefObject<HTMLDivElement | null>; tabIndex: 0 };
  content: RefObject<HTMLDivElement | null>;
  /** Whether the newest is in sight; then it stays in sight. */
  atEnd: boolean;
  toEnd: () => void;
};

/**
 * Keeps a list at its end while the reader is there, and their place in it while they are not, when
 * it grows at the end, at the beginning (`first` changes), or its box changes (a keyboard opens).
 */
export function useStickToEnd(first: number | undefined): StickToEnd {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const sticks = useRef(true);
  const before = useRef({ first, height: 0 });

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    sticks.current = true;
    setAtEnd(true);
    element.scrollTop = element.scrollHeight;
  }, []);

  useEffect(() => {
    const element = scroller.current;
    if (!element || !content.current) return;
    const look = () => {
      const left = element.scrollHeight - element.scrollTop - element.clientHeight;
      sticks.current = left < slackPx;
      setAtEnd(sticks.current);
    };
    const observer = new ResizeObserver(() => {
      if (sticks.current) element.scrollTop = element.scrollHeight;
      before.current.height = element.scrollHeight;
    });
    observer.observe(element);
    observer.observe(content.current);
    element.addEventListener("scroll", look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", look);
    };
  }, []);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const grown = element.scrollHeight - before.current.height;
    const prepended = (first ?? 0) < (before.current.first ?? 0);
    if (prepended && !sticks.current) element.scrollTop += grown;
    before.current = { first, height: element.scrollHeight };
  }, [first]);

  return { scroller: { ref: scroller, tabIndex: 0 }, content, atEnd, toEnd };
}
