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
import { searchMax } from "@/lib/contracts/common/limits";
import { livestreamStatuses } from "@/lib/contracts/common/livestream-status";
import { memberRoles } from "@/lib/contracts/common/roles";
import { handle } from "./accounts/auth";
import { brand } from "./accounts/brand";
import { changedDetails, newDetails } from "./livestream-details";
import { stageLook } from "./look";

export const visibility = z.enum(["public", "unlisted", "private"]);
export const livestreamStatus = z.enum(livestreamStatuses);
/** On stage, or backstage, where guests follow the show without being seen. */
export const guestPlace = z.enum(["stage", "backstage"]);
export type GuestPlace = z.infer<typeof guestPlace>;
export type Visibility = z.infer<typeof visibility>;

export const person = z.object({
  id: accountId,
  handle: z.string(),
  name: z.string(),
  /** An image path on this server. The digest in the query makes it immutable. */
  picture: z.string().nullable(),
});
export type Person = z.infer<typeof person>;

export const livestream = z
  .object({
    mint,
    title: z.string(),
    description: z.string(),
    visibility,
    /** `draft`: no planned start yet. `cancelled`: it never went live. */
    status: livestreamStatus,
    creator: person,
    orgId: z.string(),
    /** Viewers connected now, hidden and visible. Hosts and guests are not counted. */
    watching: z.int(),
    peakWatching: z.int(),
    slowModeSeconds: z.int(),
    /** Whether people without an account can write in the chat. Never in a private show. */
    chatWithoutAccount: z.boolean(),
    /** Where the studio admits guests to. API clients name a place of their own. */
    admitTo: guestPlace,
    look: stageLook,
    /** The brand kit it uses; null if there is none. */
    brand: brand.nullable(),
    /** The organization whose brand kit was chosen; null for the creator's own. */
    brandOrgId: z.string().nullable(),
    tags: z.array(z.string()),
    scheduledAt: instant.nullable(),
    /** IANA name of the time zone in which the start was planned; null if unknown. */
    timeZone: z.string().nullable(),
    /** Image paths on this server. The digest in the query makes each one immutable. */
    cover: z.string().nullable(),
    /** A recent frame of the live show, or its last one. */
    frame: z.string().nullable(),
    startedAt: instant.nullable(),
    /** When it ended or was cancelled. */
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
  summary:
    "Create a livestream. Without a planned start it is a draft: anyone with the link can open it " +
    "as its visibility allows, but it is not listed until it has a start time or goes live. " +
    "`brandOrgId` is one of your organizations, whose brand kit it uses; null is your own.",
  access: "account",
  scope: "livestreams:write",
  status: 201,
  body: z.object({ ...newDetails, visibility: visibility.default("public") }),
  response: livestream,
  errors: ["organization-not-found", "too-many-requests"],
  example: {
    body: { title: sample.livestream.title, visibility: "public" },
    response: {
      ...sample.livestream,
      status: "draft",
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
    "List public livestreams, newest first. `mine=true` lists the ones you host, whatever their " +
    "visibility. Drafts and cancelled ones are listed only for their hosts. `order=time` with a " +
    "`status` sorts by start or end time: scheduled ones soonest first, all others latest first.",
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
    /** Search words. Each must appear in the title, the creator's name or @handle, or a #tag. */
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
  summary: "Get a livestream that you may watch.",
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
    "Edit a livestream's details, visibility, planned start, slow mode, whether people can chat " +
    "without an account, or where the studio admits guests to. A start time in `scheduledAt` " +
    "reopens a cancelled livestream. Null makes it a draft, and reopens only one that was a draft. " +
    "`brandOrgId` is an organization of the creator's, whose brand kit it uses; null is their own. " +
    "Hosts only; moderators may change the chat's rules.",
  access: "account",
  scope: "livestreams:write",
  params: path,
  body: z.object({
    ...changedDetails,
    visibility: visibility.optional(),
    slowModeSeconds: slowModeSeconds.optional(),
    chatWithoutAccount: z.boolean().optional(),
    admitTo: guestPlace.optional(),
  }),
  response: livestream,
  errors: ["livestream-not-found", "not-allowed", "livestream-live", "organization-not-found"],
  example: {
    params: sample.room,
    body: { title: "The engine, part two", slowModeSeconds: 10 },
    response: { ...sample.livestream, title: "The engine, part two", slowModeSeconds: 10 },
  },
});

export const goLive = endpoint({
  method: "POST",
  path: "/livestreams/{mint}/go-live",
  summary:
    "Go live (draft or scheduled → live). Has no effect if the livestream is already live. Hosts only.",
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
  summary:
    "End a live show for good (live → ended). Everyone is disconnected. A livestream that was never " +
    "live is cancelled instead. Hosts only.",
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
  summary: "List the co-hosts, and the viewers of a private livestream. Hosts only.",
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
  summary: "Make an account a co-host, or let it watch a private livestream. Creator only.",
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
  summary: "Remove an account's role. Creator only.",
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

/** A guest as shown to the people who can admit them. */
export const waitingGuest = z.object({
  identity,
  name: z.string(),
  status: z.enum(["waiting", "admitted", "denied", "removed", "left", "expired"]),
  /** Whether the guest is connected to LiveKit, so that admitting them takes effect immediately. */
  connected: z.boolean(),
  knockedAt: instant,
  decidedBy: z.string().nullable(),
  /** Where an admitted guest is. */
  place: guestPlace,
  /** The latest message from a host. */
  message: z.string().nullable(),
  /** Path of the guest's preview, while they wait and share one. */
  picture: z.string().nullable(),
  /** The id of the invite they used. */
  jti: z.string(),
  /** The hosts' note on that invite. */
  inviteLabel: z.string().nullable(),
});
export type WaitingGuest = z.infer<typeof waitingGuest>;
