import { z } from "zod";
import { endpoint } from "./endpoint";
import { accountId, displayName, identity, instant, mint } from "./fields";
import { inviteDurationSeconds } from "./limits";
import { livestreamStatus, visibility } from "./livestreams";

const orgId = z.string().regex(/^[a-z0-9][a-z0-9_-]{1,62}$/, "must be an organization's id");
const inviteToken = z.string().min(1).max(4096);
const done = z.object({ code: z.literal(200) });

export const createInvite = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/invite",
  summary: "Make a link by which guests without an account may knock.",
  status: 201,
  body: z.object({
    orgId,
    roomId: mint,
    durationSeconds: z.int().min(inviteDurationSeconds.min).max(inviteDurationSeconds.max),
    allowAll: z.boolean().optional(),
    allowedAdmins: z.array(accountId).max(100).optional(),
  }),
  response: z.object({ inviteUrl: z.url(), jti: z.string(), expiresAt: instant }),
});

export const roomAuth = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/room-auth",
  summary: "Knock. The token waits hidden until a host admits; knocking again keeps the place.",
  body: z.object({ inviteToken, guestName: displayName }),
  response: z.object({ livekitToken: z.string() }),
});

export const admitGuest = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/admit",
  summary: "Admit or deny a guest who waits.",
  body: z.object({ roomId: mint, guestIdentity: identity, action: z.enum(["admit", "deny"]) }),
  response: done,
});

export const admitAllGuests = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/admit-all",
  summary: "Admit everybody who waits and whom you may admit.",
  body: z.object({ roomId: mint }),
  response: done.extend({ admitted: z.int() }),
});

export const inviteSummary = z.object({
  jti: z.string(),
  createdAt: instant,
  expiresAt: instant,
  createdBy: z.string(),
  who: z.enum(["hosts", "any-admin", "named-admins"]),
  guests: z.int(),
});
export type InviteSummary = z.infer<typeof inviteSummary>;

export const listInvites = endpoint({
  method: "GET",
  path: "/api/v1/livekit/guest/invites",
  summary: "The invites of a livestream that still work. The link itself is shown only once.",
  query: z.object({ roomId: mint }),
  response: z.object({ invites: z.array(inviteSummary) }),
});

export const revokeInvite = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/invite/revoke",
  summary: "Make a link worthless at once. Who is on stage stays; who waits is sent away.",
  body: z.object({ jti: z.string().regex(/^[A-Za-z0-9]{1,64}$/, "must be an invite's id") }),
  response: done,
});

/** Where a guest stands, read from the database: what a page acts on after any reload or disconnect. */
export const guestState = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/state",
  summary: "What an invite leads to, and where the guest of this browser stands.",
  body: z.object({ inviteToken }),
  response: z.object({
    invite: z.enum(["valid", "expired", "revoked"]),
    livestream: z.object({
      mint,
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
      })
      .nullable(),
    /** The WebSocket URL to connect to with a token of room-auth. */
    url: z.string(),
  }),
});

export const leaveAsGuest = endpoint({
  method: "POST",
  path: "/api/v1/livekit/guest/leave",
  summary: "Stop waiting, or leave the stage.",
  body: z.object({ roomId: mint }),
  response: done,
});
