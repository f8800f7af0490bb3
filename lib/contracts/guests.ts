import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import {
  accountId,
  displayName,
  identity,
  instant,
  line,
  mint,
  orgId,
} from "@/lib/contracts/common/fields";
import { inviteDurationSeconds, inviteLabelMax, inviteUses } from "@/lib/contracts/common/limits";
import { wrong } from "@/lib/field-errors";
import { guestPlace, livestreamStatus, visibility, waitingGuest } from "./livestreams";

/** The token of an invite link, or the code at the end of its short link. */
const inviteToken = z.string().min(1).max(4096);
/** Where an admitted guest goes: on stage, or backstage until a host puts them on stage. */
const admitPlace = guestPlace.default("stage");
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

export const roomAuth = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/room-auth",
  summary:
    "Knock with an invite's token, or the code of its short link. The returned token connects the guest hidden until they are admitted. Knocking " +
    "again keeps their place.",
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
  summary: "Admit or deny a waiting guest. For hosts and the admins allowed by the invite.",
  access: "account",
  scope: "guests",
  lenient: true,
  body: z.object({
    roomId: mint,
    guestIdentity: identity,
    action: z.enum(["admit", "deny"]),
    place: admitPlace,
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
  summary: "Admit every waiting guest. Hosts only.",
  access: "account",
  scope: "guests",
  body: z.object({ roomId: mint, place: admitPlace }),
  response: done.extend({ admitted: z.int() }),
  errors: ["livestream-not-found", "not-allowed"],
  example: { body: { roomId: sample.mint }, response: { code: 200, admitted: 3 } },
});

export const listWaiting = endpoint({
  method: "GET",
  path: "/api/v1/livekit/guest/waiting",
  summary:
    "List waiting and admitted guests. Hosts see all of them; an organization's admins see the " +
    "ones they may admit or deny.",
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
          inviteLabel: "Grace, lighting",
        },
      ],
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

/** A guest's status, read from the database. Pages rely on it after a reload or disconnect. */
export const guestState = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/state",
  summary: "Get an invite's livestream and the status of this browser's guest.",
  access: "public",
  scope: null,
  body: z.object({ inviteToken }),
  response: z.object({
    invite: z.enum(["valid", "expired", "revoked", "used-up"]),
    livestream: z.object({
      mint,
      /** Empty if the show is private and the invite was revoked. */
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
        place: guestPlace,
        /** The latest message from a host. */
        message: z.string().nullable(),
      })
      .nullable(),
    /** The WebSocket URL to connect to with the token from `room-auth`. */
    url: z.string(),
  }),
  errors: ["invite-not-found", "livestream-not-found", "too-many-requests"],
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
  summary: "Leave the waiting room, backstage or the stage as this browser's guest.",
  access: "public",
  scope: null,
  body: z.object({ roomId: mint }),
  response: done,
  errors: ["guest-not-found"],
  example: { body: { roomId: sample.mint }, response: { code: 200 } },
});
