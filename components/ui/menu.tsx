"use client";

import { Check } from "lucide-react";
import * as Radix from "radix-ui/dropdown-menu";
import type { ReactElement, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { popupClasses, popupItemClasses } from "@/components/ui/popup-classes";

type MenuProps = {
  /** The button that opens it: a Button or an IconButton with its own label. */
  trigger: ReactElement;
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  children: ReactNode;
};

/**
 * Rendered in place instead of in a portal, so it stays in the surrounding landmark, theme and
 * full-screen element. Fixed to the window, so scrolling or clipping parents do not cut it. The
 * page stays usable beside it.
 */
export function Menu({
  trigger,
  align = "end",
  side = "bottom",
  open,
  onOpenChange,
  children,
}: MenuProps) {
  return (
    <Radix.Root modal={false} open={open} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Content
        align={align}
        side={side}
        sideOffset={4}
        collisionPadding={8}
        className={classNames(
          popupClasses,
          "max-h-(--radix-dropdown-menu-content-available-height) min-w-52 text-left font-normal whitespace-normal max-w-80 overflow-y-auto",
        )}
      >
        {children}
      </Radix.Content>
    </Radix.Root>
  );
}

type MenuItemProps = {
  icon?: ReactNode;
  /** danger: ends or removes. */
  variant?: "plain" | "danger";
  /** The key for the same action, shown on the right. */
  shortcut?: string;
  disabled?: boolean;
  onSelect?: (event: Event) => void;
  /**
   * Applies the styles to the single child, for example a Link, which then brings its own icon and
   * shortcut.
   */
  asChild?: boolean;
  children: ReactNode;
};

export function MenuItem({
  icon,
  variant = "plain",
  shortcut,
  asChild,
  children,
  ...rest
}: MenuItemProps) {
  const looks = classNames(
    popupItemClasses,
    "[&_svg]:size-5 [&_svg]:shrink-0",
    variant === "danger" ? "text-tally-text" : "[&_svg]:text-ink-soft",
  );
  return asChild ? (
    <Radix.Item {...rest} asChild className={looks}>
      {children}
    </Radix.Item>
  ) : (
    <Radix.Item {...rest} className={looks}>
      {icon}
      <span className="min-w-0 flex-1">{children}</span>
      {shortcut ? <kbd className="font-sans text-sm text-ink-faint">{shortcut}</kbd> : null}
    </Radix.Item>
  );
}

const markedItemClasses = classNames(popupItemClasses, "pr-10");

function Mark() {
  return (
    <Radix.ItemIndicator className="absolute right-3">
      <Check aria-hidden="true" className="size-5" />
    </Radix.ItemIndicator>
  );
}

type MenuCheckboxItemProps = {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  children: ReactNode;
};

export function MenuCheckboxItem({ children, ...rest }: MenuCheckboxItemProps) {
  return (
    <Radix.CheckboxItem {...rest} className={markedItemClasses}>
      {children}
      <Mark />
    </Radix.CheckboxItem>
  );
}

type MenuRadioGroupProps = {
  value: string;
  onValueChange: (value: string) => void;
  children: ReactNode;
};

export function MenuRadioGroup(props: MenuRadioGroupProps) {
  return <Radix.RadioGroup {...props} />;
}

export function MenuRadioItem({
  children,
  ...rest
}: {
  value: string;
  disabled?: boolean;
  children: ReactNode;
}) {
  return (
    <Radix.RadioItem {...rest} className={markedItemClasses}>
      {children}
      <Mark />
    </Radix.RadioItem>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-3 pt-2 pb-1 text-sm text-ink-faint">{children}</Radix.Label>;
}

export function MenuSeparator() {
  return <Radix.Separator className="-mx-1 my-1 h-px bg-line" />;
}
