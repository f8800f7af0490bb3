import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import { displayName, identity, instant, mint } from "@/lib/contracts/common/fields";
import { brand } from "./accounts/brand";
import { guestPlace, livestreamStatus, visibility, waitingGuest } from "./livestreams";

/** The token of an invite link, or the code at the end of its short link. */
const inviteToken = z.string().min(1).max(4096);
/** Where an admitted guest goes: on stage, or backstage until a host puts them on stage. */
const admitPlace = guestPlace.default("stage");
const done = z.object({ code: z.literal(200) });

export const roomAuth = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/room-auth",
  summary:
    "Knock with an invite's token, or the code of its short link. The returned token connects the guest " +
    "hidden until they are admitted. Knocking again keeps their place.",
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
  errors: ["guest-not-found", "already-decided", "too-many-requests"],
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
      /** The brand kit it uses; null if there is none. */
      brand: brand.nullable(),
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
        brand: null,
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
