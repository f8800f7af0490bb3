import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { accountId, instant, line, mint, orgId } from "@/lib/contracts/common/fields";
import { inviteDurationSeconds, inviteLabelMax, inviteUses } from "@/lib/contracts/common/limits";
import { wrong } from "@/lib/field-errors";

const done = z.object({ code: z.literal(200) });
const shortUrl = "https://live.example.com/j/7k2m9qx4tvbn3";

export const createInvite = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/invite",
  summary: "Create an invite link. Guests can knock with it without an account.",
  access: "account",
  scope: "guests",
  lenient: true,
  status: 201,
  body: z.object({
    orgId,
    roomId: mint,
    /** Null for an invite that is valid until the show ends. */
    durationSeconds: z
      .int()
      .min(inviteDurationSeconds.min)
      .max(inviteDurationSeconds.max)
      .nullable(),
    /** A note for the hosts, such as who the invite is for. Guests never see it. */
    label: line(inviteLabelMax).optional(),
    allowAll: z.boolean().optional(),
    allowedAdmins: z.array(accountId).max(100).optional(),
    /** How many guests can use the invite. No limit if omitted. */
    maxUses: z.int().min(inviteUses.min).max(inviteUses.max).optional(),
  }),
  response: z.object({
    inviteUrl: z.url(),
    /** The same invite in a link that is short enough to type. */
    shortUrl: z.url(),
    jti: z.string(),
    expiresAt: instant.nullable(),
  }),
  errors: [
    "livestream-not-found",
    "not-allowed",
    "livestream-ended",
    "organization-not-found",
    "too-many-requests",
  ],
  example: {
    body: {
      orgId: sample.orgId,
      roomId: sample.mint,
      durationSeconds: 86400,
      label: "Grace, lighting",
      allowAll: true,
      maxUses: 5,
    },
    response: {
      inviteUrl: `https://live.example.com/join?invite_token=${sample.inviteToken}`,
      shortUrl,
      jti: sample.jti,
      expiresAt: sample.later,
    },
  },
});

const inviteSummary = z.object({
  jti: z.string(),
  label: z.string().nullable(),
  /** The link, to copy it again. */
  url: z.url(),
  createdAt: instant,
  /** Null for an invite that is valid until the show ends. */
  expiresAt: instant.nullable(),
  createdBy: z.string(),
  who: z.enum(["hosts", "any-admin", "named-admins"]),
  /** How many guests have used it. */
  guests: z.int(),
  maxUses: z.int().nullable(),
});
export type InviteSummary = z.infer<typeof inviteSummary>;

export const listInvites = endpoint({
  method: "GET",
  path: "/api/v1/livekit/guest/invites",
  summary: "List a livestream's active invites with their links. Hosts only.",
  access: "account",
  scope: "guests",
  query: z.object({ roomId: mint }),
  response: z.object({ invites: z.array(inviteSummary) }),
  errors: ["livestream-not-found", "not-allowed"],
  example: {
    query: { roomId: sample.mint },
    response: {
      invites: [
        {
          jti: sample.jti,
          label: "Grace, lighting",
          url: shortUrl,
          createdAt: sample.at,
          expiresAt: sample.later,
          createdBy: "Ada Lovelace",
          who: "any-admin",
          guests: 1,
          maxUses: 5,
        },
      ],
    },
  },
});

export const revokeInvite = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/invite/revoke",
  summary:
    "Revoke an invite. Its link stops working and guests waiting with it are turned away. Guests " +
    "on stage stay.",
  access: "account",
  scope: "guests",
  body: z.object({
    jti: z.string().regex(/^[A-Za-z0-9]{1,64}$/, wrong("id", "must be an invite's id")),
  }),
  response: done,
  errors: ["invite-not-found"],
  example: { body: { jti: sample.jti }, response: { code: 200 } },
});
