import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import {
  accountId,
  displayName,
  identity,
  instant,
  mint,
  orgId,
} from "@/lib/contracts/common/fields";
import { inviteDurationSeconds, inviteUses } from "@/lib/contracts/common/limits";
import { wrong } from "@/lib/field-errors";
import { livestreamStatus, visibility, waitingGuest } from "./livestreams";

const inviteToken = z.string().min(1).max(4096);
/** Where an admitted guest goes: seen by all at once, or unseen until a host puts them on stage. */
const guestPlace = z.enum(["stage", "backstage"]).default("stage");
const done = z.object({ code: z.literal(200) });

export const createInvite = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/invite",
  summary: "Make a link by which guests without an account may knock.",
  access: "account",
  scope: "guests",
  lenient: true,
  status: 201,
  body: z.object({
    orgId,
    roomId: mint,
    durationSeconds: z.int().min(inviteDurationSeconds.min).max(inviteDurationSeconds.max),
    allowAll: z.boolean().optional(),
    allowedAdmins: z.array(accountId).max(100).optional(),
    /** How many guests may knock by it; without it, as many as come. */
    maxUses: z.int().min(inviteUses.min).max(inviteUses.max).optional(),
  }),
  response: z.object({ inviteUrl: z.url(), jti: z.string(), expiresAt: instant }),
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
      allowAll: true,
      maxUses: 5,
    },
    response: {
      inviteUrl: `https://live.example.com/join?invite_token=${sample.inviteToken}`,
      jti: sample.jti,
      expiresAt: sample.later,
    },
  },
});

export const roomAuth = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/room-auth",
  summary: "Knock. The token waits hidden until a host admits; knocking again keeps the place.",
  access: "public",
  scope: null,
  lenient: true,
  body: z.object({ inviteToken, guestName: displayName }),
  response: z.object({ livekitToken: z.string() }),
  otherStatus: 201,
  errors: [
    "invite-not-found",
    "invite-expired",
    "invite-revoked",
    "invite-used-up",
    "livestream-ended",
    "guest-denied",
    "guest-removed",
    "banned",
    "waiting-room-full",
    "too-many-requests",
    "livekit-unavailable",
  ],
  example: {
    body: { inviteToken: sample.inviteToken, guestName: "Grace Hopper" },
    response: { livekitToken: sample.token },
  },
});

export const admitGuest = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/admit",
  summary: "Admit or deny a waiting guest. For hosts, and admins the invite leaves it to.",
  access: "account",
  scope: "guests",
  lenient: true,
  body: z.object({
    roomId: mint,
    guestIdentity: identity,
    action: z.enum(["admit", "deny"]),
    place: guestPlace,
  }),
  response: done,
  otherStatus: 201,
  errors: ["guest-not-found", "already-decided"],
  example: {
    body: { roomId: sample.mint, guestIdentity: sample.guest, action: "admit" },
    response: { code: 200 },
  },
});

export const admitAllGuests = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/admit-all",
  summary: "Admit every guest who is waiting. For hosts.",
  access: "account",
  scope: "guests",
  body: z.object({ roomId: mint, place: guestPlace }),
  response: done.extend({ admitted: z.int() }),
  errors: ["livestream-not-found", "not-allowed"],
  example: { body: { roomId: sample.mint }, response: { code: 200, admitted: 3 } },
});

export const listWaiting = endpoint({
  method: "GET",
  path: "/api/v1/livekit/guest/waiting",
  summary:
    "Who waits and who is on stage. Hosts see everybody, an organization's admins whom they may decide.",
  access: "account",
  scope: "guests",
  query: z.object({ roomId: mint }),
  response: z.object({ guests: z.array(waitingGuest) }),
  errors: ["livestream-not-found"],
  example: {
    query: { roomId: sample.mint },
    response: {
      guests: [
        {
          identity: sample.guest,
          name: "Grace Hopper",
          status: "waiting",
          connected: true,
          knockedAt: sample.at,
          decidedBy: null,
          place: "stage",
          message: null,
          picture: null,
          jti: sample.jti,
        },
      ],
    },
  },
});

const inviteSummary = z.object({
  jti: z.string(),
  createdAt: instant,
  expiresAt: instant,
  createdBy: z.string(),
  who: z.enum(["hosts", "any-admin", "named-admins"]),
  /** How many have knocked by it. */
  guests: z.int(),
  maxUses: z.int().nullable(),
});
export type InviteSummary = z.infer<typeof inviteSummary>;

export const listInvites = endpoint({
  method: "GET",
  path: "/api/v1/livekit/guest/invites",
  summary: "The invites of a livestream that still work. The link itself is shown only once.",
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
  summary: "Make a link worthless at once. Who is on stage stays; who waits is sent away.",
  access: "account",
  scope: "guests",
  body: z.object({
    jti: z.string().regex(/^[A-Za-z0-9]{1,64}$/, wrong("id", "must be an invite's id")),
  }),
  response: done,
  errors: ["invite-not-found"],
  example: { body: { jti: sample.jti }, response: { code: 200 } },
});

/** Where a guest stands, read from the database: what a page acts on after any reload or disconnect. */
export const guestState = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/state",
  summary: "What an invite leads to, and where the guest of this browser stands.",
  access: "public",
  scope: null,
  body: z.object({ inviteToken }),
  response: z.object({
    invite: z.enum(["valid", "expired", "revoked", "used-up"]),
    livestream: z.object({
      mint,
      /** Empty for a private show whose invite was revoked. */
      title: z.string(),
      creatorName: z.string(),
      status: livestreamStatus,
      visibility,
    }),
    guest: z
      .object({
        identity,
        name: z.string(),
        status: z.enum(["waiting", "admitted", "denied", "removed", "left", "expired"]),
        knockedAt: instant,
        place: z.enum(["stage", "backstage"]),
        /** The last line a host wrote to this guest. */
        message: z.string().nullable(),
      })
      .nullable(),
    /** The WebSocket URL to connect to with a token of room-auth. */
    url: z.string(),
  }),
  errors: ["invite-not-found", "livestream-not-found"],
  example: {
    body: { inviteToken: sample.inviteToken },
    response: {
      invite: "valid",
      livestream: {
        mint: sample.mint,
        title: sample.livestream.title,
        creatorName: "Ada Lovelace",
        status: "live",
        visibility: "public",
      },
      guest: {
        identity: sample.guest,
        name: "Grace Hopper",
        status: "waiting",
        knockedAt: sample.at,
        place: "stage",
        message: null,
      },
      url: sample.url,
    },
  },
});

export const leaveAsGuest = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/leave",
  summary: "Stop waiting, or leave the stage.",
  access: "public",
  scope: null,
  body: z.object({ roomId: mint }),
  response: done,
  errors: ["guest-not-found"],
  example: { body: { roomId: sample.mint }, response: { code: 200 } },
});
