"use client";

import * as Radix from "radix-ui/tabs";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type TabItem = {
  value: string;
  label: string;
  /** A number beside the label; zero is not shown. */
  count?: number;
  /** wait: the number of people waiting for the reader. */
  countTone?: "plain" | "wait";
};

type TabsProps = {
  /** The tabs' common label, read aloud. */
  label: string;
  items: readonly TabItem[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  className?: string;
  /** TabPanel elements. */
  children: ReactNode;
};

export function Tabs({ label, items, className, children, ...root }: TabsProps) {
  const first = items[0]?.value;
  return (
    <Radix.Root
      {...root}
      defaultValue={root.value === undefined ? (root.defaultValue ?? first) : undefined}
      className={classNames("flex min-h-0 min-w-0 flex-col", className)}
    >
      <Radix.List
        aria-label={label}
        className="flex shrink-0 overflow-x-auto border-b border-line px-1.5"
      >
        {items.map((item) => (
          <Radix.Trigger
            key={item.value}
            value={item.value}
            className="relative inline-flex h-12 shrink-0 items-center gap-1.5 px-2 font-medium text-ink-soft select-none hover:text-ink focus-visible:-outline-offset-4 data-[state=active]:text-ink data-[state=active]:after:absolute data-[state=active]:after:inset-x-2 data-[state=active]:after:bottom-0 data-[state=active]:after:h-0.5 data-[state=active]:after:bg-ink"
          >
            {item.label}
            {item.count ? <TabCount count={item.count} tone={item.countTone} /> : null}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {children}
    </Radix.Root>
  );
}

function TabCount({ count, tone = "plain" }: { count: number; tone?: TabItem["countTone"] }) {
  return (
    <span
      className={classNames(
        "min-w-5 rounded px-1.5 text-center text-sm leading-5 tabular-nums",
        tone === "wait" ? "bg-wait text-wait-ink" : "bg-fill text-ink-soft",
      )}
    >
      {count}
    </span>
  );
}

type TabPanelProps = {
  value: string;
  /**
   * Keeps the content's state (scroll position, a half-written message) while another tab is shown.
   */
  keep?: boolean;
  className?: string;
  /** -1 if its first element can be focused itself. */
  tabIndex?: -1;
  children: ReactNode;
};

export function TabPanel({ value, keep = false, className, tabIndex, children }: TabPanelProps) {
  return (
    <Radix.Content
      value={value}
      forceMount={keep || undefined}
      {...(tabIndex === undefined ? {} : { tabIndex })}
      className={classNames(
        "min-h-0 flex-1 focus-visible:-outline-offset-2 data-[state=inactive]:hidden",
        className,
      )}
    >
      {children}
    </Radix.Content>
  );
}
