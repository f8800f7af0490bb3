"use client";

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { afterScroll, stuck } from "./stick-to-end";

export type StickToEnd = {
  /** For the scrolling element. In the tab order, since not every browser makes it focusable. */
  scroller: { ref: RefObject<HTMLDivElement | null>; tabIndex: 0 };
  content: RefObject<HTMLDivElement | null>;
  /** Whether the newest entry is in view; it then stays in view. */
  atEnd: boolean;
  toEnd: () => void;
};

/**
 * Keeps a list at its end while the reader is there, and keeps their position otherwise, when the
 * list grows at the end or the beginning (`first` changes) or its box is resized (a keyboard
 * opens).
 */
export function useStickToEnd(first: number | undefined): StickToEnd {
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const stick = useRef(stuck);
  const before = useRef({ first, height: 0 });

  const toEnd = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    stick.current = { sticks: true, top: element.scrollTop };
    setAtEnd(true);
  }, []);

  useEffect(() => {
    const element = scroller.current;
    if (!element || !content.current) return;
    const look = () => {
      stick.current = afterScroll(stick.current, element);
      setAtEnd(stick.current.sticks);
    };
    const observer = new ResizeObserver(() => {
      if (stick.current.sticks) element.scrollTop = element.scrollHeight;
      stick.current.top = element.scrollTop;
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
    if (prepended && !stick.current.sticks) element.scrollTop += grown;
    before.current = { first, height: element.scrollHeight };
  }, [first]);

  return { scroller: { ref: scroller, tabIndex: 0 }, content, atEnd, toEnd };
}
