import type { Seat } from "@/lib/grants/grants";
import type { Seated } from "./standing";

const waiting: ReadonlySet<Seat> = new Set<Seat>([
  "guestWaiting",
  "guestBeforeShow",
  "guestInLobby",
]);

const nameless: ReadonlySet<Seat> = new Set<Seat>([
  "hiddenViewer",
  "viewerBeforeShow",
  "encoderBeforeShow",
]);
const viewers: ReadonlySet<Seat> = new Set<Seat>(["visibleViewer", "viewerOnStage"]);

const gates: Partial<Record<Seat, string>> = {
  guestOnStage: "stage",
  guestBackstage: "backstage",
  viewerOnStage: "stage",
  // LiveKit removes attributes set to an empty string: the viewer is no longer on stage.
  visibleViewer: "",
};

/** The name that LiveKit tells others. An encoder gets its own when the show begins. */
export const nameOf = ({ name }: Pick<Seated, "name">, seat: Seat): string =>
  seat === "encoderBeforeShow" ? "" : name;

/**
 * The attributes that change with a connected participant's seat: its `gate`, an encoder's handle
 * and, for viewers, the name of the host who put them on stage.
 */
export function marksOf(
  { calledBy, handle }: Pick<Seated, "calledBy" | "handle">,
  seat: Seat,
): Record<string, string> {
  const gate = gates[seat];
  return {
    ...(gate !== undefined && { gate }),
    ...(seat === "encoder" && handle && { handle }),
    ...(viewers.has(seat) && { calledBy: (seat === "viewerOnStage" && calledBy) || "" }),
  };
}

/** The attributes of a new token, for other pages to show; never used to decide anything. */
export function attributesOf(
  standing: Pick<Seated, "role" | "handle" | "accountId" | "calledBy">,
  seat: Seat,
): Record<string, string> {
  const { role, handle, accountId } = standing;
  const marks = waiting.has(seat) ? { gate: "waiting" } : marksOf(standing, seat);
  return {
    role,
    ...(handle && !nameless.has(seat) && { handle }),
    // The chat's id of a visible viewer, so that a host can mute them from the roster.
    ...(accountId && viewers.has(seat) && { account: accountId }),
    // A new connection has no attributes to remove.
    ...Object.fromEntries(Object.entries(marks).filter(([, value]) => value !== "")),
  };
}
