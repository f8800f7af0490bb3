"use client";

import { type PointerEvent, useCallback, useEffect, useRef, useState } from "react";

const awakeForMs = 3000;

export type Awake = {
  awake: boolean;
  /** For the element whose controls come and go: a mouse wakes them by moving, a finger by a tap. */
  handlers: {
    onPointerMove: (event: PointerEvent) => void;
    onPointerLeave: (event: PointerEvent) => void;
    onClick: () => void;
  };
};

/** Whether somebody has just moved or tapped; starts awake, so that the controls are seen once. */
export function useAwake(): Awake {
  const [awake, setAwake] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const wake = useCallback((forMs = awakeForMs) => {
    setAwake(forMs > 0);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setAwake(false), forMs);
  }, []);
  useEffect(() => {
    wake();
    return () => clearTimeout(timer.current);
  }, [wake]);
  const byMouse = (event: PointerEvent, forMs?: number) => {
    if (event.pointerType === "mouse") wake(forMs);
  };
  return {
    awake,
    handlers: {
      onPointerMove: (event) => byMouse(event),
      onPointerLeave: (event) => byMouse(event, 0),
      onClick: () => wake(),
    },
  };
}
