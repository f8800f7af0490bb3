import type { ProblemCode } from "@/lib/problem";

/** A request that failed, in words for the guest. */
export type Trouble = {
  code: ProblemCode | "offline";
  message: string;
  retryAfterSeconds?: number;
};

/** Why there is nothing more to do here, or not without the person. */
export type JoinEnding =
  | "no-invite"
  | "invite-invalid"
  | "invite-expired"
  | "invite-revoked"
  | "invite-used-up"
  | "ended"
  | "denied"
  | "removed"
  | "left"
  /** The connection was away for so long that the place was given up. */
  | "lapsed"
  | "other-tab";

const endings: Partial<Record<Trouble["code"], JoinEnding>> = {
  "invite-not-found": "invite-invalid",
  "invite-expired": "invite-expired",
  "invite-revoked": "invite-revoked",
  "invite-used-up": "invite-used-up",
  "livestream-ended": "ended",
  "livestream-not-found": "ended",
  "guest-denied": "denied",
  "guest-removed": "removed",
  banned: "removed",
};

/** The end that a refusal means; null for one that may pass. */
export const endingOf = (code: Trouble["code"]): JoinEnding | null => endings[code] ?? null;
