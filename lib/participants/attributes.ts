import type { Seat } from "@/lib/grants/grants";
import type { Seated } from "./standing";

const waiting: ReadonlySet<Seat> = new Set<Seat>([
  "guestWaiting",
  "guestBeforeShow",
  "guestInLobby",
]);

const unseen: ReadonlySet<Seat> = new Set<Seat>(["hiddenViewer", "viewerBeforeShow"]);
const viewers: ReadonlySet<Seat> = new Set<Seat>(["visibleViewer", "viewerOnStage"]);

const gates: Partial<Record<Seat, string>> = {
  guestOnStage: "stage",
  guestBackstage: "backstage",
  viewerOnStage: "stage",
  // LiveKit takes away what is set to nothing: a viewer who was on stage is not any more.
  visibleViewer: "",
};

/**
 * What a connected participant's attributes must say, where its seat can change under it: its
 * `gate`, and to a viewer which of several hosts has put them on stage.
 */
export function marksOf(
  { calledBy }: Pick<Seated, "calledBy">,
  seat: Seat,
): Record<string, string> {
  const gate = gates[seat];
  return {
    ...(gate !== undefined && { gate }),
    ...(viewers.has(seat) && { calledBy: (seat === "viewerOnStage" && calledBy) || "" }),
  };
}

/** What a new token shows to the other pages; nothing is ever decided by it. */
export function attributesOf(
  standing: Pick<Seated, "role" | "handle" | "accountId" | "calledBy">,
  seat: Seat,
): Record<string, string> {
  const { role, handle, accountId } = standing;
  const marks = waiting.has(seat) ? { gate: "waiting" } : marksOf(standing, seat);
  return {
    role,
    ...(handle && !unseen.has(seat) && { handle }),
    // By which the chat knows a visible viewer, so that a host can mute them from the roster.
    ...(accountId && viewers.has(seat) && { account: accountId }),
    // A new connection has nothing yet to take away.
    ...Object.fromEntries(Object.entries(marks).filter(([, value]) => value !== "")),
  };
}
