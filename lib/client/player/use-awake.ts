"use client";

import {
  type MouseEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";

const awakeForMs = 3000;

type Awake = {
  awake: boolean;
  /** For the element whose controls come and go: a mouse wakes them by moving, a finger by a tap. */
  handlers: {
    onPointerMove: (event: PointerEvent) => void;
    onPointerLeave: (event: PointerEvent) => void;
    onClick: () => void;
  };
  /** For the controls: a tap on one that is not to be seen only shows it. */
  onControlClickCapture: (event: MouseEvent) => void;
};

/** Whether somebody has just moved or tapped; starts awake, so that the controls are seen once. */
export function useAwake(): Awake {
  const [awake, setAwake] = useState(true);
  // Beside the state, since the click that follows a move comes before the next render.
  const now = useRef(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const set = useCallback((next: boolean) => {
    now.current = next;
    setAwake(next);
    clearTimeout(timer.current);
    if (next) timer.current = setTimeout(() => set(false), awakeForMs);
  }, []);

  useEffect(() => {
    set(true);
    return () => clearTimeout(timer.current);
  }, [set]);

  return useMemo(() => {
    const byMouse = (next: boolean) => (event: PointerEvent) => {
      if (event.pointerType === "mouse") set(next);
    };
    return {
      awake,
      handlers: {
        onPointerMove: byMouse(true),
        onPointerLeave: byMouse(false),
        onClick: () => set(true),
      },
      onControlClickCapture(event) {
        // A press of the keyboard has no place (detail 0), and focus shows the control already.
        if (!now.current && event.detail > 0) event.stopPropagation();
        set(true);
      },
    };
  }, [awake, set]);
}
