"use client";

import { useRoomContext } from "@livekit/components-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ProgrammeFrame } from "@/components/stage/programme-frame";
import type { CardShow } from "@/components/stage/scene-card";
import { StageTileView } from "@/components/stage/stage-tile";
import { useStageBrand, useStageLook } from "@/lib/client/room/use-stage-look";
import { type Box, canvas } from "@/lib/client/stage/stage-layout";
import { useElementSize } from "@/lib/client/stage/use-element-size";
import { useStage } from "@/lib/client/stage/use-stage";
import type { Brand } from "@/lib/contracts/accounts/brand";
import type { StageLook } from "@/lib/contracts/look";

/** The show's words and cover, for the cards, and its brand, used until the room sends one. */
export type ProgrammeShow = CardShow & { brand: Brand | null };

type ProgrammeProps = {
  show: ProgrammeShow;
  /** The name of a picture that is not on air, and announces nothing. */
  preview?: string;
  /** Shown while nobody is on stage. */
  empty?: ReactNode;
  /** False for sound only: LiveKit does not send what no element shows. */
  pictures?: boolean;
  /** The look from the page's data, used until the room sends one. */
  look?: StageLook;
  /** A host's look, including changes the room has not reported yet. */
  drafted?: StageLook;
  /**
   * Arranges the stage for this screen, not as the hosts did: for a phone held upright, whose
   * picture would be small.
   */
  fills?: boolean;
};

/**
 * The show, the same on every screen: 16:9, as large as the surrounding box allows (which needs a
 * size of its own). Needs LiveKit's `RoomContext.Provider`.
 */
export function Programme(props: ProgrammeProps) {
  const { show, preview, empty, pictures = true, look: known, drafted, fills = false } = props;
  const t = useTranslations("stage");
  const room = useRoomContext();
  const told = useStageLook(room, known);
  const brand = useStageBrand(room, show.brand);
  const look = drafted ?? told;
  const tiles = useStage(look.tileOrder);
  const [measure, box] = useElementSize();
  return (
    <ProgrammeFrame
      ref={fills ? measure : undefined}
      label={preview ?? t("stage")}
      live={!preview}
      look={look}
      brand={brand}
      show={show}
      people={tiles.map(({ kind, participant: { identity } }) => ({ kind, identity }))}
      draw={(index, placed) => {
        const tile = tiles[index];
        return tile ? (
          <StageTileView key={tile.key} tile={tile} hidden={!pictures} {...placed} />
        ) : null;
      }}
      empty={empty}
      shape={fills && box ? shapeOf(box) : canvas}
    />
  );
}

/** Tall units for an upright screen, in which the texts have a readable size. */
const uprightWidth = 800;

const shapeOf = ({ width, height }: Box): Box =>
  width === 0 ? canvas : { width: uprightWidth, height: (uprightWidth * height) / width };
