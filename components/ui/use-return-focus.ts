"use client";

import { useRef } from "react";

/**
 * For a window that opens without a trigger of its own, where Radix would leave the focus on the body:
 * gives it back to the element that had it, or to its container if the element is gone.
 */
export function useReturnFocus(hasTrigger: boolean) {
  const opener = useRef<Element | null>(null);
  const around = useRef<Element | null>(null);
  if (hasTrigger) return {};
  return {
    onOpenAutoFocus: () => {
      opener.current = openerAmong(document.activeElement);
      around.current = opener.current?.parentElement?.closest("[tabindex]") ?? null;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      const target = opener.current?.isConnected ? opener.current : around.current;
      if (target instanceof HTMLElement) target.focus();
    },
  };
}

/** For an item of a menu, which is gone by the time the window closes: the menu's button. */
function openerAmong(focused: Element | null): Element | null {
  const label = focused?.closest("[role=menu]")?.getAttribute("aria-labelledby");
  return label ? document.getElementById(label) : focused;
}
