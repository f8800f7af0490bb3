"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StageTileView } from "@/components/stage/stage-tile";
import { arrangeStage } from "@/lib/client/stage-layout";
import { useElementSize } from "@/lib/client/use-element-size";
import { useStage } from "@/lib/client/use-stage";

export type StageProps = {
  /** Shown while nobody is on stage. */
  empty?: ReactNode;
  /** False for sound alone: what no element shows, LiveKit does not send. */
  pictures?: boolean;
};

/**
 * Everybody on stage, in the box it is given (which needs a size of its own). Stands inside
 * LiveKit's `RoomContext.Provider`.
 */
export function Stage({ empty, pictures = true }: StageProps) {
  const t = useTranslations("stage");
  const tiles = useStage();
  const [measure, box] = useElementSize();
  const screenFirst = tiles[0]?.kind === "screen";
  const places = box ? arrangeStage(box, tiles.length, screenFirst) : [];
  return (
    <section
      ref={measure}
      aria-label={t("stage")}
      className="relative size-full min-h-0 min-w-0 overflow-hidden bg-letterbox"
    >
      {tiles.length === 0 ? empty : null}
      {tiles.map((tile, index) => {
        const place = places[index];
        if (!place) return null;
        const whole = tiles.length === 1 || tile.kind === "screen";
        return (
          <StageTileView
            key={tile.key}
            tile={tile}
            place={place}
            whole={whole}
            hidden={!pictures}
          />
        );
      })}
    </section>
  );
}
