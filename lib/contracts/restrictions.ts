import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { identity, instant, line, mint } from "@/lib/contracts/common/fields";
import { banSeconds, reasonMax } from "@/lib/contracts/common/limits";

const restriction = z
  .object({
    /** denied: not admitted. removed: taken out of the show. ban: excluded from this livestream. */
    kind: z.enum(["denied", "removed", "ban"]),
    /** An account id, or a guest's or viewer's identity. */
    subject: identity,
    name: z.string(),
    /** The host's note. Only hosts see it. */
    reason: z.string().nullable(),
    createdAt: instant,
    /** The name of the person who decided. */
    createdBy: z.string().nullable(),
    /** When it ends; null if it is permanent. */
    endsAt: instant.nullable(),
  })
  .meta({ id: "Restriction" });
export type Restriction = z.infer<typeof restriction>;

export const removeParticipant = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/removals",
  summary:
    "Remove a guest, a visible viewer or an encoder. `ban` keeps the person out of this " +
    "livestream, for `banSeconds` or permanently; it also takes the author of a chat message. " +
    "Hosts only; moderators can remove viewers who are not on stage.",
  access: "account",
  scope: "livestreams:write",
  params: z.object({ mint }),
  body: z.object({
    identity,
    ban: z.boolean().default(false),
    /** How long the ban lasts; permanent if omitted. */
    banSeconds: z.int().min(banSeconds.min).max(banSeconds.max).optional(),
    /** The reason for the ban. Only hosts see it. */
    reason: line(reasonMax).optional(),
  }),
  response: z.object({ removed: z.literal(true) }),
  errors: ["livestream-not-found", "not-allowed", "participant-not-found", "too-many-requests"],
  example: {
    params: sample.room,
    body: { identity: sample.guest, ban: false },
    response: { removed: true },
  },
});

export const listRestrictions = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/restrictions",
  summary:
    "List denied, removed and banned people, newest first. Hosts only; moderators see bans of " +
    "viewers and visitors.",
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
    "Undo a denial, removal or ban. A guest returns to the waiting room under a new identity. " +
    "Hosts only; admins who can admit the guest can also undo a denial, and moderators a ban of a " +
    "viewer or visitor.",
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
    "too-many-requests",
  ],
  example: {
    params: { mint: sample.mint, subject: sample.guest },
    response: { lifted: true, identity: sample.guest },
  },
});
