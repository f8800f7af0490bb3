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
  /** For the element whose controls appear and disappear: mouse movement or a tap wakes them. */
  handlers: {
    onPointerMove: (event: PointerEvent) => void;
    onPointerLeave: (event: PointerEvent) => void;
    onClick: () => void;
  };
  /** For the controls: a tap on a hidden control only reveals it. */
  onControlClickCapture: (event: MouseEvent) => void;
};

/** Whether there was recent pointer activity. Starts awake, so that the controls are seen once. */
export function useAwake(): Awake {
  const [awake, setAwake] = useState(true);
  // Kept next to the state, because the click after a move fires before the next render.
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
        // Keyboard presses have no position (detail 0), and focus has already revealed the control.
        if (!now.current && event.detail > 0) event.stopPropagation();
        set(true);
      },
    };
  }, [awake, set]);
}
