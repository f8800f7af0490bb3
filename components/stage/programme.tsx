"use client";

import { useRoomContext } from "@livekit/components-react";
import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { bannerOf, LowerTexts } from "@/components/stage/lower-texts";
import { type CardShow, SceneCard } from "@/components/stage/scene-card";
import { StageTileView } from "@/components/stage/stage-tile";
import { classNames } from "@/components/ui/class-names";
import { arrangeStage, type Box, canvas } from "@/lib/client/stage/stage-layout";
import { useElementSize } from "@/lib/client/stage/use-element-size";
import { useStage } from "@/lib/client/stage/use-stage";
import { useStageLook } from "@/lib/client/stage/use-stage-look";
import type { StageLook } from "@/lib/contracts/look";
import styles from "./programme.module.css";

type ProgrammeProps = {
  /** The show's words and cover, for the cards. */
  show: CardShow;
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
  const told = useStageLook(useRoomContext(), known);
  const look = drafted ?? told;
  const tiles = useStage(look.tileOrder);
  const [measure, box] = useElementSize();
  const shape = fills && box ? shapeOf(box) : canvas;
  const banner = look.banner ? bannerOf(look.banner, shape) : null;
  // Several tiles make room for the banner, which would cover half of a small one. A single picture
  // continues behind it.
  const bannerHeight = banner?.height ?? 0;
  const height = shape.height - (tiles.length > 1 ? bannerHeight : 0);
  const people = tiles.map(({ kind, participant: { identity } }) => ({ kind, identity }));
  const places = arrangeStage({ ...shape, height }, people, look);
  return (
    <section
      ref={fills ? measure : undefined}
      aria-label={preview ?? t("stage")}
      style={{ "--w": shape.width, "--h": shape.height } as CSSProperties}
      className={classNames(styles.box, "relative size-full min-h-0 min-w-0 bg-letterbox")}
    >
      {look.scene === "show" && tiles.length === 0 ? empty : null}
      <div data-programme="" className={styles.frame}>
        {look.scene === "show"
          ? tiles.map((tile, index) => {
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
                  lift={place.height === shape.height ? bannerHeight : 0}
                  below={height - place.y - place.height}
                />
              );
            })
          : null}
        {/* In the document before their texts, or screen readers would not announce these. */}
        <div aria-live={preview ? "off" : "polite"}>
          {look.scene === "show" ? null : (
            <SceneCard scene={look.scene} countdownTo={look.countdownTo} show={show} />
          )}
        </div>
        <LowerTexts
          live={!preview}
          banner={look.scene === "show" ? banner : null}
          comment={look.scene === "show" ? look.comment : null}
        />
      </div>
    </section>
  );
}

/** Tall units for an upright screen, in which the texts have a readable size. */
const uprightWidth = 800;

const shapeOf = ({ width, height }: Box): Box =>
  width === 0 ? canvas : { width: uprightWidth, height: (uprightWidth * height) / width };
