"use client";

import { useRoomContext } from "@livekit/components-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { StageBanner } from "@/components/stage/stage-banner";
import { StageTileView } from "@/components/stage/stage-tile";
import { arrangeStage } from "@/lib/client/stage/stage-layout";
import { useElementSize } from "@/lib/client/stage/use-element-size";
import { useStage } from "@/lib/client/stage/use-stage";
import { useStageLook } from "@/lib/client/stage/use-stage-look";
import type { StageLook } from "@/lib/contracts/look";

type StageProps = {
  /** Shown while nobody is on stage. */
  empty?: ReactNode;
  /** False for sound only: LiveKit does not send what no element shows. */
  pictures?: boolean;
  /** The look from the page's data, used until the room sends one. */
  look?: StageLook;
  /** A host's look, including changes the room has not reported yet. */
  drafted?: StageLook;
};

/**
 * Everyone on stage, in the given box (which needs a size of its own). Needs LiveKit's
 * `RoomContext.Provider`.
 */
export function Stage({ empty, pictures = true, look: known, drafted }: StageProps) {
  const t = useTranslations("stage");
  const tiles = useStage();
  const told = useStageLook(useRoomContext(), known);
  const look = drafted ?? told;
  const [measure, box] = useElementSize();
  const [measureBanner, banner] = useElementSize();
  const bannerHeight = look.banner ? (banner?.height ?? 0) : 0;
  // Several tiles make room for the banner, which would cover half of a small one. A single picture
  // continues behind it.
  const height = (box?.height ?? 0) - (tiles.length > 1 ? bannerHeight : 0);
  const people = tiles.map(({ kind, participant: { identity } }) => ({ kind, identity }));
  const places = box ? arrangeStage({ ...box, height }, people, look) : [];
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
        return (
          <StageTileView
            key={tile.key}
            tile={tile}
            place={place}
            whole={tiles.length === 1 || tile.kind === "screen"}
            hidden={!pictures}
            named={look.showNames}
            lift={tiles.length === 1 ? bannerHeight : 0}
            below={height - place.y - place.height}
          />
        );
      })}
      <StageBanner ref={measureBanner} text={look.banner} width={box?.width ?? 0} />
    </section>
  );
}
