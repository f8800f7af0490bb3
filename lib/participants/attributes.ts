import type { Seat } from "@/lib/grants/grants";
import type { Seated } from "./standing";

const marks: Partial<Record<Seat, { gate: string }>> = {
  guestOnStage: { gate: "stage" },
  guestBackstage: { gate: "backstage" },
  viewerOnStage: { gate: "stage" },
  // LiveKit takes away what is set to nothing: a viewer who was on stage is not any more.
  visibleViewer: { gate: "" },
};

/** What a connected participant's `gate` must say, where its seat can change under it. */
export const stageMark = (seat: Seat) => marks[seat];

/** Tells a connected viewer which of several hosts has put them on stage, until they are not any more. */
export function callMark(
  { calledBy }: Pick<Seated, "calledBy">,
  seat: Seat,
): Record<string, string> {
  if (seat === "visibleViewer") return { calledBy: "" };
  return seat === "viewerOnStage" && calledBy ? { calledBy } : {};
}

const waiting: ReadonlySet<Seat> = new Set<Seat>([
  "guestWaiting",
  "guestBeforeShow",
  "guestInLobby",
]);

const viewers: ReadonlySet<Seat> = new Set<Seat>(["visibleViewer", "viewerOnStage"]);

/** What a new token shows to the other pages; nothing is ever decided by it. */
export function attributesOf(
  standing: Pick<Seated, "role" | "handle" | "accountId" | "calledBy">,
  seat: Seat,
): Record<string, string> {
  const { role, handle, accountId } = standing;
  const gate = waiting.has(seat) ? "waiting" : stageMark(seat)?.gate;
  return {
    role,
    ...(handle && seat !== "hiddenViewer" && { handle }),
    // By which the chat knows a visible viewer, so that a host can mute them from the roster.
    ...(accountId && viewers.has(seat) && { account: accountId }),
    ...(gate && { gate }),
    ...(seat === "viewerOnStage" && callMark(standing, seat)),
  };
}
