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

const waiting: ReadonlySet<Seat> = new Set<Seat>([
  "guestWaiting",
  "guestBeforeShow",
  "guestInLobby",
]);

const viewers: ReadonlySet<Seat> = new Set<Seat>(["visibleViewer", "viewerOnStage"]);

/** What a new token shows to the other pages; nothing is ever decided by it. */
export function attributesOf(
  { role, handle, accountId }: Pick<Seated, "role" | "handle" | "accountId">,
  seat: Seat,
): Record<string, string> {
  const gate = waiting.has(seat) ? "waiting" : stageMark(seat)?.gate;
  return {
    role,
    ...(handle && seat !== "hiddenViewer" && { handle }),
    // By which the chat knows a visible viewer, so that a host can mute them from the roster.
    ...(accountId && viewers.has(seat) && { account: accountId }),
    ...(gate && { gate }),
  };
}
