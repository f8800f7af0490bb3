import type { RoomPhase } from "@/lib/client/room/use-show-room";
import type { Scene } from "./watch-state";

/** What stands in the picture's place, or over it; null while the picture speaks for itself. */
export type Curtain =
  | "before"
  | "connecting"
  | "unreachable"
  | "reconnecting"
  | "host-away"
  | "ended"
  | null;

type Sight = { scene: Scene; phase: RoomPhase["name"]; hostPresent: boolean };

export function curtainOf({ scene, phase, hostPresent }: Sight): Curtain {
  switch (scene.name) {
    case "before":
    case "ended":
      return scene.name;
    case "asking":
      if (scene.tries > 0) return "unreachable";
      return scene.after === "drop" ? "reconnecting" : "connecting";
    case "live":
      if (phase === "reconnecting") return "reconnecting";
      // An attempt after failures says what it said while it waited, so that the words stand still.
      if (phase !== "connected") return scene.tries > 0 ? "unreachable" : "connecting";
      return hostPresent ? null : "host-away";
    default:
      return null;
  }
}
