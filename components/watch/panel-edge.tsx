"use client";

import { useTranslations } from "next-intl";
import { panelWidths } from "@/lib/client/player-choices";
import type { PanelWidth } from "@/lib/client/use-panel-width";

type PanelEdgeProps = { panel: PanelWidth; className: string | undefined };

/** Between picture and chat: drawn by a pointer, or moved by the arrow keys. */
export function PanelEdge({ panel: { rem, edge }, className }: PanelEdgeProps) {
  const t = useTranslations("watch");
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved
    <div
      role="separator"
      tabIndex={0}
      aria-label={t("panel")}
      aria-orientation="vertical"
      aria-valuemin={panelWidths.least}
      aria-valuemax={panelWidths.most}
      aria-valuenow={Math.round(rem)}
      className={className}
      {...edge}
    />
  );
}
