"use client";

import { useEffect, useRef } from "react";

const nameOf = (control: Element) => control.getAttribute("aria-label") ?? control.textContent;

/** For a bar whose buttons are replaced by others of the same name: the focus moves along. */
export function useKeptFocus() {
  const bar = useRef<HTMLDivElement>(null);
  const focused = useRef<Element | null>(null);
  useEffect(() => {
    const lost = focused.current;
    if (!lost || lost.isConnected || document.activeElement !== document.body) return;
    const buttons = bar.current?.querySelectorAll("button") ?? [];
    for (const button of buttons) {
      if (nameOf(button) === nameOf(lost)) return button.focus();
    }
  });
  return {
    ref: bar,
    onFocus: ({ target }: { target: Element }) => {
      focused.current = target;
    },
    onBlur: () => {
      focused.current = null;
    },
  };
}
