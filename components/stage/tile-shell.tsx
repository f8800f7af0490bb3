import { MicOff, MonitorUp } from "lucide-react";
import type { CSSProperties, ReactNode } from "react";
import type { Placed } from "@/components/stage/programme-frame";
import { u } from "@/components/stage/units";
import { Avatar } from "@/components/ui/avatar";
import { classNames } from "@/components/ui/class-names";
import type { Place } from "@/lib/client/stage/stage-layout";
import styles from "./programme.module.css";

type TileShellProps = Omit<Placed, "whole"> & {
  /** Marks the name as a screen's. */
  isScreen: boolean;
  /** Its initials are shown where there is no picture; may be empty. */
  name: string;
  words: { shown: ReactNode; label: string };
  muted: boolean;
  /** Over the picture, under the name. */
  ring?: ReactNode;
  /** The picture, which covers the tile; null for none. */
  children: ReactNode;
};

/** All in the programme's units. */
const nameHeight = 52;
/** Lower tiles have no room for a name and a player's controls under it. */
const tooLowForName = 110;
/** From this width on, the name must be legible from across a room. */
const large = 700;

/** A tile of the programme: initials, the picture over them, and the name. */
export function TileShell(props: TileShellProps) {
  const { name, words, place, ring, children } = props;
  return (
    <figure
      aria-label={words.label}
      className={classNames(
        "absolute m-0 overflow-hidden",
        children ? styles.seen : "bg-surface",
        place.over && "z-1",
      )}
      style={{
        left: u(place.x),
        top: u(place.y),
        width: u(place.width),
        height: u(place.height),
        ...overOthers(place),
      }}
    >
      <span
        className="absolute inset-0 grid place-items-center"
        style={{ fontSize: u(Math.min(place.height * 0.16, 72)) }}
      >
        <Avatar name={name} size="text" />
      </span>
      {children}
      {ring}
      <LowerThird {...props} />
    </figure>
  );
}

/** Behind a tile that lies over another is a person, not the brand's background: its bars stay opaque. */
const overOthers = ({ over }: Place) => (over ? ({ "--bars": "initial" } as CSSProperties) : null);

function LowerThird({ isScreen, words, muted, place, named, lift, below }: TileShellProps) {
  const readable = named && place.height >= tooLowForName;
  const isLarge = place.width >= large;
  const highest = `min(0px, ${u(nameHeight)} * var(--name-scale, 1) - ${u(place.height - lift)})`;
  return (
    <figcaption
      style={{
        bottom: u(lift),
        // Above a player's controls, but within the tile.
        transform: `translateY(max(${highest}, min(0px, ${u(below)} + (100cqh - var(--u) * var(--h)) / 2 - var(--controls, 0px))))`,
        margin: u(isLarge ? 20 : 10),
        padding: `${u(isLarge ? 8 : 4)} ${u(isLarge ? 18 : 12)}`,
        maxWidth: `calc(100% - ${u(isLarge ? 40 : 20)})`,
        gap: u(10),
        borderRadius: u(10),
        fontSize: `calc(${u(isLarge ? 40 : 28)} * var(--name-scale, 1))`,
      }}
      className={classNames(
        styles.words,
        "on-picture absolute left-0 flex items-center leading-tight font-medium transition-transform",
        !readable && !muted && "sr-only",
      )}
    >
      {isScreen && readable ? (
        <MonitorUp aria-hidden="true" className="size-[1em] shrink-0" />
      ) : null}
      {muted ? <MicOff aria-hidden="true" className="size-[1em] shrink-0" /> : null}
      <span className={readable ? "truncate" : "sr-only"}>{words.shown}</span>
    </figcaption>
  );
}
