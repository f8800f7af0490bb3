"use client";

import { classNames } from "@/components/ui/class-names";
import { panelWidths } from "@/lib/client/browser/panel-width";
import type { PanelWidth } from "@/lib/client/browser/use-panel-width";

type PanelEdgeProps = {
  label: string;
  panel: PanelWidth;
  /** Hidden by default; the page's layout sets `block` where it has such an edge. */
  className: string | undefined;
};

/**
 * The edge between a picture and the panel on its right, dragged with a pointer or moved with the
 * arrow keys. Must be in a positioned box as wide as both, whose `--panel-width` is the panel's
 * width.
 */
export function PanelEdge({ label, panel: { rem, edge }, className }: PanelEdgeProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation="vertical"
      aria-valuemin={panelWidths.least}
      aria-valuemax={panelWidths.most}
      aria-valuenow={Math.round(rem)}
      className={classNames(
        "absolute inset-y-0 right-[min(var(--panel-width,22rem),50vw)] z-15 hidden w-3 translate-x-1/2 cursor-col-resize touch-none focus-visible:-outline-offset-2",
        "after:absolute after:inset-x-[calc(50%-1px)] after:inset-y-0 after:bg-edge after:opacity-0 after:transition-opacity hover:after:opacity-100 focus-visible:after:opacity-100",
        className,
      )}
      {...edge}
    />
  );
}
