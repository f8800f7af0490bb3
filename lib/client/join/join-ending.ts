import type { ProblemCode } from "@/lib/problem";

/** A failed request, with a message for the guest. */
export type Trouble = {
  code: ProblemCode | "offline";
  message: string;
  retryAfterSeconds?: number;
};

/** Why the visit is over, or cannot continue without the person. */
export type JoinEnding =
  | "no-invite"
  | "invite-invalid"
  | "invite-expired"
  | "invite-revoked"
  | "invite-used-up"
  | "ended"
  | "cancelled"
  | "denied"
  | "removed"
  | "left"
  /** The connection was lost for so long that the place was given up. */
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

/** The ending a refusal leads to; null if the refusal may be temporary. */
export const endingOf = (code: Trouble["code"]): JoinEnding | null => endings[code] ?? null;
