import type { CSSProperties, ReactNode, Ref } from "react";
import { bannerOf, LowerTexts } from "@/components/stage/lower-texts";
import { type CardShow, SceneCard } from "@/components/stage/scene-card";
import { u } from "@/components/stage/units";
import { classNames } from "@/components/ui/class-names";
import { brandStyle } from "@/lib/client/stage/brand-style";
import {
  arrangeStage,
  type Box,
  canvas,
  logoPlace,
  type Place,
  type Tile,
} from "@/lib/client/stage/stage-layout";
import type { Brand } from "@/lib/contracts/accounts/brand";
import type { StageLook } from "@/lib/contracts/look";
import styles from "./programme.module.css";

/** How a tile is drawn in the frame. */
export type Placed = {
  place: Place;
  /** Shows the whole picture, with bars if needed, instead of filling the tile. */
  whole: boolean;
  /** Whether the name is visible. Screen readers get it in any case. */
  named: boolean;
  /** The distance of the name from the tile's lower edge, in units. */
  lift: number;
  /** The distance of the tile from the picture's lower edge, or from the banner, in units. */
  below: number;
};

type ProgrammeFrameProps = {
  label: string;
  /** Whether changes are announced. */
  live: boolean;
  look: StageLook;
  brand: Brand | null;
  /** The show's words and cover, for the cards. */
  show: CardShow;
  people: readonly Tile[];
  /** Draws a tile, by its index in `people`. */
  draw: (index: number, placed: Placed) => ReactNode;
  /** Shown while nobody is on stage. */
  empty?: ReactNode;
  shape?: Box;
  ref?: Ref<HTMLElement> | undefined;
};

/** The programme's frame: places everything in its units, whatever the tiles show. Needs no room. */
export function ProgrammeFrame(props: ProgrammeFrameProps) {
  const { label, live, look, brand, show, people, draw, empty, shape = canvas, ref } = props;
  const onStage = look.scene === "show";
  const banner = look.banner ? bannerOf(look.banner, shape) : null;
  // Several tiles make room for the banner, which would cover half of a small one. A single picture
  // continues behind it.
  const bannerHeight = banner?.height ?? 0;
  const height = shape.height - (people.length > 1 ? bannerHeight : 0);
  const places = arrangeStage({ ...shape, height }, people, look);
  return (
    <section
      ref={ref}
      aria-label={label}
      style={{ "--w": shape.width, "--h": shape.height } as CSSProperties}
      className={classNames(styles.box, "relative size-full min-h-0 min-w-0 bg-letterbox")}
    >
      <div data-programme="" className={styles.frame} style={brandStyle(brand)}>
        <Picture src={brand?.background} className="size-full object-cover" />
        {onStage
          ? places.map((place, index) =>
              draw(index, {
                place,
                whole: people.length === 1 || people[index]?.kind === "screen",
                named: look.showNames,
                lift: place.height === shape.height ? bannerHeight : 0,
                below: height - place.y - place.height,
              }),
            )
          : null}
        {/* In the document before their texts, or screen readers would not announce these. */}
        <div aria-live={live ? "polite" : "off"}>
          {look.scene === "show" ? null : (
            <SceneCard
              scene={look.scene}
              countdownTo={look.countdownTo}
              show={show}
              onPicture={Boolean(brand?.background)}
            />
          )}
        </div>
        <Picture src={brand?.overlay} className="z-1 size-full object-contain" />
        <Logo src={brand?.logo} place={logoPlace(onStage ? places : [])} />
        {onStage && people.length === 0 && empty ? (
          <div
            className={classNames(
              "absolute inset-0 z-2",
              brand?.background && "bg-scrim text-scrim-ink",
            )}
          >
            {empty}
          </div>
        ) : null}
        <LowerTexts
          live={live}
          banner={onStage ? banner : null}
          comment={onStage ? look.comment : null}
        />
      </div>
    </section>
  );
}

type PictureProps = { src: string | null | undefined; className: string };

/** Loaded after the show's video, which does not wait for it. */
function Picture({ src, className }: PictureProps) {
  if (!src) return null;
  return (
    <img
      src={src}
      alt=""
      fetchPriority="low"
      className={classNames("pointer-events-none absolute inset-0", className)}
    />
  );
}

type LogoProps = Pick<PictureProps, "src"> & { place: Place };

/** In the upper left corner: small tiles are at the right or below, except in a grid of many. */
function Logo({ src, place: { x, y, width, height } }: LogoProps) {
  if (!src) return null;
  return (
    <img
      src={src}
      alt=""
      fetchPriority="low"
      className="pointer-events-none absolute z-1 object-contain object-left-top"
      style={{ left: u(x), top: u(y), width: u(width), height: u(height) }}
    />
  );
}
