import { z } from "zod";
import { endpoint } from "@/lib/contracts/common/endpoint";
import { sample } from "@/lib/contracts/common/examples";
import {
  accountId,
  identity,
  instant,
  line,
  mint,
  wholeNumber,
} from "@/lib/contracts/common/fields";
import { banSeconds, reasonMax, searchMax } from "@/lib/contracts/common/limits";
import { memberRoles } from "@/lib/contracts/common/roles";
import { handle } from "./auth";
import { changedDetails, newDetails } from "./livestream-details";
import { stageLook } from "./look";

export const visibility = z.enum(["public", "unlisted", "private"]);
export const livestreamStatus = z.enum(["scheduled", "live", "ended"]);
export type Visibility = z.infer<typeof visibility>;
export type LivestreamStatus = z.infer<typeof livestreamStatus>;

export const person = z.object({ id: accountId, handle: z.string(), name: z.string() });
export type Person = z.infer<typeof person>;

export const livestream = z
  .object({
    mint,
    title: z.string(),
    description: z.string(),
    visibility,
    status: livestreamStatus,
    creator: person,
    orgId: z.string(),
    /** Viewers connected now, hidden and visible together; hosts and guests are not among them. */
    watching: z.int(),
    peakWatching: z.int(),
    slowModeSeconds: z.int(),
    look: stageLook,
    tags: z.array(z.string()),
    scheduledAt: instant.nullable(),
    /** The IANA name of the zone in which the start was planned; null is none that is known. */
    timeZone: z.string().nullable(),
    /** Pictures, as paths of this server with the picture's digest: what was read once stays true. */
    cover: z.string().nullable(),
    /** What the show looked like a moment ago, or at its end. */
    frame: z.string().nullable(),
    startedAt: instant.nullable(),
    endedAt: instant.nullable(),
    createdAt: instant,
  })
  .meta({ id: "Livestream" });
export type Livestream = z.infer<typeof livestream>;

const slowModeSeconds = z.int().min(0).max(600);
const path = z.object({ mint });

export const createLivestream = endpoint({
  method: "POST",
  path: "/livestreams",
  summary: "Create a livestream; it starts as scheduled.",
  access: "account",
  scope: "livestreams:write",
  status: 201,
  body: z.object({ ...newDetails, visibility: visibility.default("public") }),
  response: livestream,
  errors: ["too-many-requests"],
  example: {
    body: { title: sample.livestream.title, visibility: "public" },
    response: {
      ...sample.livestream,
      status: "scheduled",
      startedAt: null,
      watching: 0,
      peakWatching: 0,
    },
  },
});

export const listLivestreams = endpoint({
  method: "GET",
  path: "/livestreams",
  summary:
    "Public livestreams, newest first; with mine=true, those you host, of any visibility. With " +
    "order=time and a status: by when it goes on air, soonest first; or went on air or ended, latest first.",
  access: "anyone",
  scope: "livestreams:read",
  query: z.object({
    status: livestreamStatus.optional(),
    mine: z
      .enum(["true", "false"])
      .transform((word) => word === "true")
      .optional(),
    /** A creator's handle. */
    creator: handle.optional(),
    /** Words, each of which stands in the title, the creator's name or @handle, or a #tag. */
    q: line(searchMax).optional(),
    tag: line(searchMax).optional(),
    order: z.enum(["created", "time"]).default("created"),
    limit: wholeNumber(1, 100).default(24),
    cursor: z.string().max(200).optional(),
  }),
  response: z.object({ livestreams: z.array(livestream), nextCursor: z.string().nullable() }),
  errors: ["not-signed-in"],
  example: {
    query: { status: "live", q: "analytical engine", limit: "24" },
    response: { livestreams: [sample.livestream], nextCursor: null },
  },
});

export const readLivestream = endpoint({
  method: "GET",
  path: "/livestreams/{mint}",
  summary: "One livestream, for whoever may watch it.",
  access: "anyone",
  scope: "livestreams:read",
  params: path,
  response: livestream,
  errors: ["livestream-not-found"],
  example: { params: sample.room, response: sample.livestream },
});

export const editLivestream = endpoint({
  method: "PATCH",
  path: "/livestreams/{mint}",
  summary:
    "Change what is said of it, who may watch, its planned start or slow mode. Its hosts may.",
  access: "account",
  scope: "livestreams:write",
  params: path,
  body: z.object({
    ...changedDetails,
    visibility: visibility.optional(),
    slowModeSeconds: slowModeSeconds.optional(),
  }),
  response: livestream,
  errors: ["livestream-not-found", "not-allowed", "livestream-live"],
  example: {
    params: sample.room,
    body: { title: "The engine, part two", slowModeSeconds: 10 },
    response: { ...sample.livestream, title: "The engine, part two", slowModeSeconds: 10 },
  },
});

export const goLive = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/go-live",
  summary: "scheduled → live. Calling it again while live changes nothing.",
  access: "account",
  scope: "livestreams:write",
  params: path,
  response: livestream,
  errors: ["livestream-not-found", "not-allowed", "livestream-ended", "livekit-unavailable"],
  example: { params: sample.room, response: sample.livestream },
});

export const endLivestream = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/end",
  summary: "scheduled or live → ended, for good: everybody is disconnected.",
  access: "account",
  scope: "livestreams:write",
  params: path,
  response: livestream,
  errors: ["livestream-not-found", "not-allowed"],
  example: {
    params: sample.room,
    response: { ...sample.livestream, status: "ended", watching: 0, endedAt: sample.later },
  },
});

const member = z.object({ account: person, role: z.enum(memberRoles) });
export type Member = z.infer<typeof member>;

export const listMembers = endpoint({
  method: "GET",
  path: "/livestreams/{mint}/members",
  summary: "The co-hosts, and who may watch while it is private.",
  access: "account",
  scope: "livestreams:read",
  params: path,
  response: z.object({ members: z.array(member) }),
  errors: ["livestream-not-found", "not-allowed"],
  example: {
    params: sample.room,
    response: { members: [{ account: sample.person, role: "host" }] },
  },
});

export const addMember = endpoint({
  method: "PUT",
  path: "/livestreams/{mint}/members",
  summary: "Make an account co-host, or let it watch a private livestream. The creator may.",
  access: "account",
  scope: "livestreams:write",
  params: path,
  body: z.object({ handle, role: z.enum(memberRoles) }),
  response: z.object({ members: z.array(member) }),
  errors: ["livestream-not-found", "not-allowed", "account-not-found"],
  example: {
    params: sample.room,
    body: { handle: "ada", role: "host" },
    response: { members: [{ account: sample.person, role: "host" }] },
  },
});

export const removeMember = endpoint({
  method: "DELETE",
  path: "/livestreams/{mint}/members/{accountId}",
  summary: "Take the role back. The creator may.",
  access: "account",
  scope: "livestreams:write",
  params: z.object({ mint, accountId }),
  response: z.object({ members: z.array(member) }),
  errors: ["livestream-not-found", "not-allowed"],
  example: {
    params: { mint: sample.mint, accountId: sample.person.id },
    response: { members: [] },
  },
});

export const removeParticipant = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/removals",
  summary:
    "Remove a guest or a visible viewer; with ban, their account or browser stays out of this " +
    "livestream, for banSeconds or for good.",
  access: "account",
  scope: "livestreams:write",
  params: path,
  body: z.object({
    identity,
    ban: z.boolean().default(false),
    /** How long a ban holds; without it, for the whole livestream. */
    banSeconds: z.int().min(banSeconds.min).max(banSeconds.max).optional(),
    /** Why they are banned; only hosts read it. */
    reason: line(reasonMax).optional(),
  }),
  response: z.object({ removed: z.literal(true) }),
  errors: ["livestream-not-found", "not-allowed", "participant-not-found"],
  example: {
    params: sample.room,
    body: { identity: sample.guest, ban: false },
    response: { removed: true },
  },
});

/** A guest as those who decide see them. */
export const waitingGuest = z.object({
  identity,
  name: z.string(),
  status: z.enum(["waiting", "admitted", "denied", "removed", "left", "expired"]),
  /** Whether the guest's LiveKit connection stands, so that an admit is seen at once. */
  connected: z.boolean(),
  knockedAt: instant,
  decidedBy: z.string().nullable(),
  /** Where they are once admitted: seen by all, or seeing and hearing the show unseen. */
  place: z.enum(["stage", "backstage"]),
  /** The last line a host wrote to them. */
  message: z.string().nullable(),
  /** Where their picture is, for as long as they wait and let it be seen. */
  picture: z.string().nullable(),
  /** The id of the invite they came by. */
  jti: z.string(),
});
export type WaitingGuest = z.infer<typeof waitingGuest>;
