"use client";

import { type KeyboardEvent, type PointerEvent, useCallback, useState } from "react";
import { panelWidthAfter, panelWidthFrom, panelWidths } from "./panel-width";
import { useRemembered } from "./use-remembered";

export type PanelWidth = {
  rem: number;
  /** For the panel's edge, which a pointer drags and arrow keys move. */
  edge: {
    onKeyDown: (event: KeyboardEvent) => void;
    onPointerDown: (event: PointerEvent) => void;
    onPointerMove: (event: PointerEvent) => void;
    onPointerUp: () => void;
    onDoubleClick: () => void;
  };
};

/** The width of a page's right panel, remembered across visits. */
export function usePanelWidth(panel: "watch.panel" | "studio.panel"): PanelWidth {
  const [kept, keep] = useRemembered(panel, panelWidthFrom);
  const [drawn, setDrawn] = useState<number | null>(null);
  const remAt = useCallback(({ clientX }: PointerEvent) => {
    const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
    return panelWidthFrom((window.innerWidth - clientX) / rem);
  }, []);
  return {
    rem: drawn ?? kept,
    edge: {
      onKeyDown(event) {
        const next = panelWidthAfter(kept, event.key);
        if (next === null) return;
        event.preventDefault();
        keep(next);
      },
      onPointerDown(event) {
        event.currentTarget.setPointerCapture(event.pointerId);
        setDrawn(kept);
      },
      onPointerMove(event) {
        if (drawn !== null) setDrawn(remAt(event));
      },
      onPointerUp() {
        if (drawn !== null) keep(drawn);
        setDrawn(null);
      },
      onDoubleClick: () => keep(panelWidths.usual),
    },
  };
}
