"use client";

import { Check, CircleAlert, Hourglass, Info } from "lucide-react";
import { useEffect } from "react";
import { Toaster as Sonner, toast as sonner } from "sonner";
import { useHasOpenDialog } from "@/components/ui/open-dialog-marker";
import { connectToasts, type PendingToast } from "@/lib/client/browser/toast";

const icons = {
  done: <Check aria-hidden="true" className="size-5 text-go-text" />,
  info: <Info aria-hidden="true" className="size-5 text-ink-soft" />,
  wait: <Hourglass aria-hidden="true" className="size-5 text-wait-text" />,
  problem: <CircleAlert aria-hidden="true" className="size-5 text-ink" />,
};

const shownForMs = { done: 4000, info: 5000, wait: 8000, problem: 8000 };

const looks = {
  toast:
    "font-sans flex w-full items-center gap-3 rounded border border-line bg-raised py-2 pr-2 pl-4 min-h-13 text-ink",
  icon: "shrink-0",
  content: "min-w-0 flex-1 py-1",
  title: "text-base font-medium",
  description: "text-sm text-ink-soft",
  actionButton: "h-11 shrink-0 rounded px-3 font-medium text-ink hover:bg-fill",
};

/**
 * Below the header: the bottom edge belongs to the microphone, the message field and "Admit all".
 */
const underHeaderPx = 64;
/**
 * Above a dialog, which leaves the window's upper edge free; stacked, so that this space is enough.
 */
const aboveWindowPx = 8;
/** Screen readers do not announce a live region that is inserted together with its text. */
const regionFirstMs = 100;

/** Loaded by Toaster, never by a page. */
export function ToastHost() {
  const aboveWindow = useHasOpenDialog();
  const top = aboveWindow ? aboveWindowPx : underHeaderPx;
  useEffect(() => {
    let disconnect = () => {};
    const timer = setTimeout(() => {
      disconnect = connectToasts(deliver);
    }, regionFirstMs);
    return () => {
      clearTimeout(timer);
      disconnect();
    };
  }, []);
  return (
    <Sonner
      position="top-center"
      offset={top}
      mobileOffset={{
        top: `calc(${top}px + env(safe-area-inset-top))`,
        left: 16,
        right: 16,
      }}
      gap={8}
      expand={!aboveWindow}
      toastOptions={{ unstyled: true, classNames: looks }}
    />
  );
}

function deliver({ kind, message, options }: PendingToast) {
  sonner(message, {
    id: options.id,
    description: options.description,
    action: options.action,
    icon: icons[kind],
    duration: options.durationMs ?? shownForMs[kind],
    className: kind === "problem" ? "border-ink!" : undefined,
  });
}
