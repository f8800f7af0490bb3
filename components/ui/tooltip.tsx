"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";

const showAfterMs = 400;
const hideAfterMs = 120;
const gapPx = 8;

type TooltipProps = {
  text: string;
  side?: "top" | "bottom";
  /** One focusable element. */
  children: ReactNode;
};

/**
 * A name or a short hint beside a control, on hover and keyboard focus; closes on Escape, and never
 * appears on touch. It is a popover in the control's own place: the browser's top layer shows it
 * above dialogs and in full screen, and it inherits the theme, without a portal or a positioning
 * library on the watch page.
 */
export function Tooltip({ text, side = "top", children }: TooltipProps) {
  const id = useId();
  const wrapper = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const control = wrapper.current?.firstElementChild;
    const repeatsTheName = control?.getAttribute("aria-label") === text;
    if (!repeatsTheName) control?.setAttribute("aria-describedby", id);
    return () => clearTimeout(timer.current);
  }, [id, text]);

  function show() {
    const control = wrapper.current?.firstElementChild;
    const popover = tip.current;
    if (!control || !popover?.isConnected || popover.matches(":popover-open")) return;
    popover.showPopover();
    const around = control.getBoundingClientRect();
    const own = popover.getBoundingClientRect();
    const left = around.left + (around.width - own.width) / 2;
    const above = around.top - own.height - gapPx;
    const below = around.bottom + gapPx;
    const fitsAbove = above >= gapPx;
    const fitsBelow = below + own.height <= innerHeight - gapPx;
    const onTop = side === "top" ? fitsAbove || !fitsBelow : !fitsBelow;
    popover.style.left = `${Math.max(gapPx, Math.min(left, innerWidth - own.width - gapPx))}px`;
    popover.style.top = `${onTop ? above : below}px`;
    document.addEventListener("keydown", hideOnEscape, true);
  }

  function hide() {
    clearTimeout(timer.current);
    if (tip.current?.matches(":popover-open")) tip.current.hidePopover();
    document.removeEventListener("keydown", hideOnEscape, true);
  }

  function hideOnEscape(event: KeyboardEvent) {
    if (event.key === "Escape") hide();
  }

  function soon(action: () => void, delayMs: number) {
    clearTimeout(timer.current);
    timer.current = setTimeout(action, delayMs);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only watches the control inside it
    <span
      ref={wrapper}
      className="contents"
      onPointerEnter={(event) => event.pointerType === "mouse" && soon(show, showAfterMs)}
      onPointerLeave={() => soon(hide, hideAfterMs)}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(":focus-visible") && show()}
      onBlur={hide}
    >
      {children}
      <span
        ref={tip}
        id={id}
        role="tooltip"
        popover="manual"
        className="fixed inset-auto m-0 max-w-60 rounded border-0 bg-ink px-2 py-1 text-left text-sm font-medium whitespace-normal text-canvas open:animate-appear"
      >
        {text}
      </span>
    </span>
  );
}
