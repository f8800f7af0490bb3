import type { RoomPhase } from "@/lib/client/room/use-show-room";
import type { Scene } from "./watch-state";

/** What covers or replaces the picture; null while the picture is shown. */
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
      // A retry keeps the message shown during the wait, so that the text does not flicker.
      if (phase !== "connected") return scene.tries > 0 ? "unreachable" : "connecting";
      return hostPresent ? null : "host-away";
    default:
      return null;
  }
}
