"use client";

import * as Radix from "radix-ui/popover";
import { type ReactElement, type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import { popupClasses } from "@/components/ui/popup-classes";

type PopoverProps = {
  title: string;
  /** The button that opens it. */
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  children: ReactNode;
};

/**
 * A few settings next to their button. The page stays visible and usable, so that their effect can
 * be seen.
 */
export function Popover({
  title,
  trigger,
  align = "center",
  side = "bottom",
  children,
}: PopoverProps) {
  const id = useId();
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Content
        align={align}
        side={side}
        sideOffset={8}
        collisionPadding={8}
        aria-labelledby={id}
        onOpenAutoFocus={beginAtChosen}
        className={classNames(
          popupClasses,
          "max-h-(--radix-popover-content-available-height) w-80 max-w-[calc(100vw-1rem)] overflow-y-auto px-4! py-3!",
        )}
      >
        <h2 id={id} className="font-semibold">
          {title}
        </h2>
        {children}
      </Radix.Content>
    </Radix.Root>
  );
}

/** Focuses the selected radio button: a focused unselected one would look selected too. */
function beginAtChosen(event: Event): void {
  const content = event.currentTarget instanceof Element ? event.currentTarget : null;
  const chosen = content?.querySelector<HTMLElement>("input[type=radio]:checked");
  if (!chosen) return;
  event.preventDefault();
  chosen.focus();
}
