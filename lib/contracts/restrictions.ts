import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { identity, instant, mint } from "@/lib/contracts/common/fields";

const restriction = z
  .object({
    /** denied: not let in. removed: sent away. ban: kept out of this livestream, by every link. */
    kind: z.enum(["denied", "removed", "ban"]),
    /** An account id, or a guest's or viewer's identity. */
    subject: identity,
    name: z.string(),
    /** What the host noted, for hosts alone. */
    reason: z.string().nullable(),
    createdAt: instant,
    /** The name of whoever decided. */
    createdBy: z.string().nullable(),
    /** Until when it holds; null is for the whole livestream. */
    endsAt: instant.nullable(),
  })
  .meta({ id: "Restriction" });
export type Restriction = z.infer<typeof restriction>;

export const listRestrictions = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/restrictions",
  summary: "Denied, removed and banned people, the newest first. For hosts.",
  access: "account",
  scope: "livestreams:read",
  params: z.object({ mint }),
  response: z.object({ restrictions: z.array(restriction) }),
  errors: ["livestream-not-found", "not-allowed"],
  example: {
    params: sample.room,
    response: {
      restrictions: [
        {
          kind: "ban",
          subject: sample.person.id,
          name: "Grace Hopper",
          reason: "Spam",
          createdAt: sample.at,
          createdBy: "Ada Lovelace",
          endsAt: null,
        },
      ],
    },
  },
});

export const liftRestriction = endpoint({
  method: "DELETE",
  path: "/livestreams/{mint}/restrictions/{subject}",
  summary:
    "Undo a denial, a removal or a ban. A guest returns to the waiting room under a new identity. " +
    "For hosts; a denial also for admins the invite leaves it to.",
  access: "account",
  scope: "livestreams:write",
  params: z.object({ mint, subject: identity }),
  response: z.object({
    lifted: z.literal(true),
    /** The guest's new identity; null for viewers, and for guests whose invite no longer works. */
    identity: identity.nullable(),
  }),
  errors: [
    "livestream-not-found",
    "not-allowed",
    "participant-not-found",
    "livestream-ended",
    "already-decided",
    "invite-expired",
    "invite-revoked",
  ],
  example: {
    params: { mint: sample.mint, subject: sample.guest },
    response: { lifted: true, identity: sample.guest },
  },
});
