import { Problem, type ProblemCode } from "@/lib/problem";
import type { Refusal, Standing } from "./entry";

const problems: Record<Refusal, [ProblemCode, string]> = {
  "show-ended": ["livestream-ended", "This livestream has ended."],
  "show-not-live": ["livestream-not-live", "This livestream hasn’t started yet."],
  banned: ["banned", "You’re banned from this livestream."],
  removed: ["not-allowed", "A host removed this participant. Get a new token."],
  "signed-out": ["not-signed-in", "This session has ended. Sign in again."],
  "not-a-host": ["not-allowed", "Only hosts of this livestream can do this."],
  // The message for a missing livestream: it became private, and this person is a stranger to it.
  "not-a-viewer": ["livestream-not-found", "This livestream doesn’t exist."],
  "guest-not-admitted": ["not-allowed", "This guest has left. Knock again."],
  "wrong-room": ["not-allowed", "You don’t have access to this room."],
};

/** A refusal as a problem for the person refused. */
export function refusalProblem(why: Refusal, { guestStatus }: Pick<Standing, "guestStatus">) {
  if (guestStatus === "denied") return new Problem("guest-denied", "The host didn’t admit you.");
  if (guestStatus === "removed") {
    return new Problem("guest-removed", "The host removed you from the show.");
  }
  return new Problem(...problems[why]);
}
