import * as apiKeys from "@/lib/contracts/api-keys";
import * as auth from "@/lib/contracts/auth";
import * as backstage from "@/lib/contracts/backstage";
import * as chat from "@/lib/contracts/chat";
import type { Endpoint } from "@/lib/contracts/endpoint";
import * as eventLog from "@/lib/contracts/event-log";
import * as guests from "@/lib/contracts/guests";
import * as livestreams from "@/lib/contracts/livestreams";
import * as look from "@/lib/contracts/look";
import * as organizations from "@/lib/contracts/organizations";
import * as stage from "@/lib/contracts/stage";
import * as tokens from "@/lib/contracts/tokens";
import type { ActorName } from "@/tests/support/api/actors";
import type { Input } from "@/tests/support/api/client";
import { unique } from "@/tests/support/api/factories";
import type { Show } from "./show";

/** Statuses by actor; `others` are those that the row does not name. */
type Expected = Partial<Record<ActorName, number>> & { others: number };
export type Row = {
  contract: Endpoint;
  /** What is special about this row, where a URL has several. */
  note?: string;
  /** Whether each actor needs a show of their own, since the call changes it. */
  changes?: true;
  input: (show: Show) => Input<Endpoint> | Promise<Input<Endpoint>>;
  expected: Expected;
};

/** Who has no session: what an endpoint for accounts answers. */
const outside = { nobody: 401, expired: 401, "logged out": 401 };
/** Where credentials are read but not needed, bad ones are still refused. */
const stale = { expired: 401, "logged out": 401 };
/** A key for operators has no other scope. */
const noScope = { agent: 403 };
const hosts = (status: number) => ({ creator: status, "co-host": status, "API key": status });
const whoMayWatch = (status: number) => ({ ...hosts(status), viewer: status });
/** The show is private: whoever is nothing to it is told that there is none. */
const hostsOnly = (status = 200) => ({
  ...outside,
  ...noScope,
  ...hosts(status),
  viewer: 403,
  others: 404,
});
const creatorOnly = (status = 200) => ({ ...hostsOnly(status), "co-host": 403 });
const signedIn = (status = 200) => ({ ...outside, ...noScope, others: status });
const person = (status = 200) => ({ ...outside, agent: 403, "API key": 403, others: status });

const as = (input: object) => input as Input<Endpoint>;
const ofShow = ({ mint }: Show) => as({ params: { mint } });

const authRows: Row[] = [
  { contract: auth.signUp, input: () => as({ body: {} }), expected: { others: 400 } },
  {
    contract: auth.login,
    input: () => as({ body: { email: `${unique("nobody")}@example.org`, password: "wrong" } }),
    expected: { others: 401 },
  },
  { contract: auth.myProfile, input: () => as({}), expected: signedIn() },
  { contract: auth.isAdmin, input: () => as({}), expected: signedIn() },
  { contract: auth.isSuperAdmin, input: () => as({}), expected: signedIn() },
  { contract: apiKeys.listApiKeys, input: () => as({}), expected: person() },
  {
    contract: apiKeys.createApiKey,
    input: () => as({ body: { name: "From the table", scopes: ["tokens"] } }),
    expected: person(201),
  },
  {
    contract: apiKeys.revokeApiKey,
    input: () => as({ params: { id: "NoSuchKey1234567" } }),
    expected: person(404),
  },
];

const livestreamRows: Row[] = [
  {
    contract: livestreams.createLivestream,
    input: () => as({ body: { title: "From the table" } }),
    expected: signedIn(201),
  },
  {
    contract: livestreams.listLivestreams,
    input: () => as({ query: {} }),
    expected: { ...stale, ...noScope, others: 200 },
  },
  {
    contract: livestreams.readLivestream,
    input: ofShow,
    expected: { ...stale, ...noScope, ...whoMayWatch(200), others: 404 },
  },
  {
    contract: livestreams.followLivestream,
    note: "refusals only",
    input: () => as({ params: { mint: "NoSuchShow123456" } }),
    expected: { ...stale, ...noScope, others: 404 },
  },
  {
    contract: livestreams.editLivestream,
    input: (show) => as({ ...ofShow(show), body: { slowModeSeconds: 5 } }),
    expected: hostsOnly(),
  },
  {
    contract: eventLog.readEventLog,
    input: (show) => as({ ...ofShow(show), query: {} }),
    expected: hostsOnly(),
  },
  { contract: livestreams.goLive, input: ofShow, expected: hostsOnly() },
  { contract: livestreams.endLivestream, changes: true, input: ofShow, expected: hostsOnly() },
  { contract: livestreams.listMembers, input: ofShow, expected: hostsOnly() },
  {
    contract: livestreams.addMember,
    changes: true,
    input: (show) =>
      as({ ...ofShow(show), body: { handle: show.people.member.handle, role: "host" } }),
    expected: creatorOnly(),
  },
  {
    contract: livestreams.removeMember,
    changes: true,
    input: ({ mint, people }) => as({ params: { mint, accountId: people.viewer.id } }),
    expected: creatorOnly(),
  },
  {
    contract: livestreams.removeParticipant,
    changes: true,
    input: async (show) =>
      as({ ...ofShow(show), body: { identity: (await show.guestWaiting("hosts")).identity } }),
    expected: hostsOnly(),
  },
];

const operators = { ...outside, admin: 200, "super admin": 200, agent: 200, others: 403 };

const tokenRows: Row[] = [
  {
    contract: tokens.ownToken,
    input: ({ mint }) => as({ body: { room_name: mint } }),
    // As the recipe has it: not allowed in this room, whether there is one or not.
    expected: { ...outside, ...whoMayWatch(200), others: 403 },
  },
  {
    contract: tokens.refreshToken,
    note: "a token of the viewer",
    input: async (show) => as({ body: { token: await show.viewerToken() } }),
    expected: { ...outside, viewer: 200, others: 403 },
  },
  {
    contract: tokens.agentToken,
    input: ({ mint }) => as({ body: { room: mint } }),
    expected: operators,
  },
  {
    contract: tokens.serviceToken,
    input: ({ mint }) => as({ body: { role: "recorder", room: mint } }),
    expected: operators,
  },
  {
    contract: tokens.hostToken,
    input: ({ mint, people }) => as({ query: { mint, creator: people.creator.id } }),
    expected: hostsOnly(),
  },
  {
    contract: tokens.participantToken,
    input: ({ mint }) => as({ query: { mint, hidden: "true" } }),
    expected: { ...outside, ...noScope, ...whoMayWatch(200), others: 404 },
  },
  {
    contract: tokens.viewerPass,
    input: ofShow,
    expected: { ...stale, ...noScope, ...whoMayWatch(200), others: 404 },
  },
];

const stageRows: Row[] = [
  { contract: stage.listFeatured, input: ofShow, expected: hostsOnly() },
  {
    contract: stage.featureViewer,
    changes: true,
    input: async (show) => as({ ...ofShow(show), body: { identity: await show.viewerSeat() } }),
    expected: hostsOnly(),
  },
  {
    contract: stage.unfeatureViewer,
    note: "the viewer themself, or a host",
    changes: true,
    input: async ({ mint, featuredSeat }) =>
      as({ params: { mint, identity: await featuredSeat() } }),
    expected: { ...hostsOnly(), viewer: 200 },
  },
  {
    contract: stage.allowSources,
    changes: true,
    input: async ({ mint, featuredSeat }) =>
      as({
        params: { mint, identity: await featuredSeat() },
        body: { canPublishSources: ["camera"] },
      }),
    expected: hostsOnly(),
  },
  {
    contract: look.arrangeStage,
    input: (show) => as({ ...ofShow(show), body: { layout: "grid" } }),
    expected: hostsOnly(),
  },
  {
    contract: backstage.placeGuest,
    changes: true,
    input: async ({ mint, guestOnStage }) =>
      as({ params: { mint, identity: await guestOnStage() }, body: { place: "backstage" } }),
    expected: hostsOnly(),
  },
  {
    contract: backstage.messageGuest,
    note: "a guest for whom any admin decides",
    input: async (show) => {
      const { identity } = await show.guestWaiting("any admin");
      return as({ params: { mint: show.mint, identity }, body: { text: "Two minutes." } });
    },
    expected: {
      ...outside,
      ...noScope,
      ...hosts(200),
      "allowed admin": 200,
      "org admin": 200,
      others: 404,
    },
  },
  {
    contract: backstage.silenceParticipant,
    input: async ({ mint, featuredSeat }) =>
      as({ params: { mint, identity: await featuredSeat() }, body: { source: "microphone" } }),
    expected: hostsOnly(),
  },
  {
    contract: backstage.askToUnmute,
    input: async ({ mint, featuredSeat }) =>
      as({ params: { mint, identity: await featuredSeat() }, body: { source: "microphone" } }),
    expected: hostsOnly(),
  },
  {
    contract: backstage.readBackstageChat,
    input: (show) => as({ ...ofShow(show), query: {} }),
    expected: { ...stale, ...noScope, ...hosts(200), viewer: 403, others: 404 },
  },
  {
    contract: backstage.postBackstageChat,
    changes: true,
    input: (show) => as({ ...ofShow(show), body: { text: "You are next." } }),
    expected: { ...stale, ...noScope, ...hosts(201), viewer: 403, others: 404 },
  },
];

const chatRows: Row[] = [
  {
    contract: chat.readChat,
    input: (show) => as({ ...ofShow(show), query: {} }),
    expected: { ...stale, ...noScope, ...whoMayWatch(200), others: 404 },
  },
  {
    contract: chat.postChat,
    changes: true,
    input: (show) => as({ ...ofShow(show), body: { text: "hello" } }),
    expected: { ...stale, ...noScope, ...whoMayWatch(201), others: 404 },
  },
  {
    contract: chat.deleteChat,
    note: "a message of the creator",
    changes: true,
    input: async (show) => as({ params: { mint: show.mint, seq: await show.message() } }),
    expected: { ...stale, ...noScope, ...hosts(200), viewer: 403, others: 404 },
  },
  { contract: chat.listMutes, input: ofShow, expected: hostsOnly() },
  {
    contract: chat.mutePerson,
    input: (show) => as({ ...ofShow(show), body: { subject: show.people.viewer.id } }),
    expected: hostsOnly(),
  },
  {
    contract: chat.unmutePerson,
    input: ({ mint, people }) => as({ params: { mint, subject: people.viewer.id } }),
    expected: hostsOnly(),
  },
];

const decides = (show: Show, who: Parameters<Show["guestWaiting"]>[0]) =>
  show
    .guestWaiting(who)
    .then(({ identity }) =>
      as({ body: { roomId: show.mint, guestIdentity: identity, action: "admit" } }),
    );

const guestRows: Row[] = [
  {
    contract: guests.createInvite,
    note: "for an organization of one's own",
    input: ({ mint, people }) =>
      as({ body: { orgId: people.creator.handle, roomId: mint, durationSeconds: 60 } }),
    // The co-host runs the show but is in no such organization.
    expected: { ...hostsOnly(201), "co-host": 404 },
  },
  {
    contract: guests.listInvites,
    input: ({ mint }) => as({ query: { roomId: mint } }),
    expected: hostsOnly(),
  },
  {
    contract: guests.listWaiting,
    note: "somebody waits by an invite with `allowAll`",
    changes: true,
    input: async (show) => {
      await show.guestWaiting("any admin");
      return as({ query: { roomId: show.mint } });
    },
    expected: { ...hostsOnly(), viewer: 404, "org admin": 200, "allowed admin": 200 },
  },
  {
    contract: guests.revokeInvite,
    changes: true,
    input: async (show) => as({ body: { jti: (await show.guestWaiting("hosts")).invite.jti } }),
    expected: { ...hostsOnly(), viewer: 404 },
  },
  {
    contract: guests.roomAuth,
    input: async (show) =>
      as({
        body: {
          inviteToken: (await show.guestWaiting("hosts")).invite.token,
          guestName: "From the table",
        },
      }),
    expected: { others: 200 },
  },
  {
    contract: guests.guestState,
    input: async (show) =>
      as({ body: { inviteToken: (await show.guestWaiting("hosts")).invite.token } }),
    expected: { others: 200 },
  },
  {
    contract: guests.leaveAsGuest,
    note: "without being one",
    input: ({ mint }) => as({ body: { roomId: mint } }),
    expected: { others: 404 },
  },
  {
    contract: guests.admitGuest,
    note: "the invite names nobody",
    changes: true,
    input: (show) => decides(show, "hosts"),
    expected: { ...hostsOnly(), viewer: 404 },
  },
  {
    contract: guests.admitGuest,
    note: "the invite has `allowAll`",
    changes: true,
    input: (show) => decides(show, "any admin"),
    expected: {
      ...hostsOnly(),
      viewer: 404,
      "co-host": 403,
      "org admin": 200,
      "allowed admin": 200,
    },
  },
  {
    contract: guests.admitGuest,
    note: "the invite has `allowedAdmins`",
    changes: true,
    input: (show) => decides(show, "allowed admin"),
    expected: { ...outside, ...noScope, ...hosts(403), "allowed admin": 200, others: 404 },
  },
  {
    contract: guests.admitAllGuests,
    changes: true,
    input: ({ mint }) => as({ body: { roomId: mint } }),
    expected: hostsOnly(),
  },
];

const ofOrganization = ({ people }: Show) => as({ params: { orgId: people.creator.handle } });
/** The creator owns it; the co-host is not in it. */
const inOrganization = (by: { admins: number; members: number }) => ({
  ...outside,
  ...noScope,
  creator: 200,
  "API key": 200,
  "org admin": by.admins,
  "allowed admin": by.admins,
  member: by.members,
  others: 404,
});

const organizationRows: Row[] = [
  { contract: organizations.listOrganizations, input: () => as({}), expected: signedIn() },
  {
    contract: organizations.createOrganization,
    input: () => as({ body: { id: unique("org"), name: "From the table" } }),
    expected: signedIn(201),
  },
  {
    contract: organizations.readOrganization,
    input: ofOrganization,
    expected: inOrganization({ admins: 200, members: 200 }),
  },
  {
    contract: organizations.renameOrganization,
    input: (show) => as({ ...ofOrganization(show), body: { name: "Renamed" } }),
    expected: inOrganization({ admins: 200, members: 403 }),
  },
  {
    contract: organizations.listOrganizationMembers,
    input: ofOrganization,
    expected: inOrganization({ admins: 200, members: 200 }),
  },
  {
    contract: organizations.putOrganizationMember,
    note: "a plain member",
    input: (show) =>
      as({
        ...ofOrganization(show),
        body: { handle: show.passerBy.handle, role: "member" },
      }),
    expected: inOrganization({ admins: 200, members: 403 }),
  },
  {
    contract: organizations.putOrganizationMember,
    note: "an admin",
    input: (show) =>
      as({
        ...ofOrganization(show),
        body: { handle: show.people["org admin"].handle, role: "admin" },
      }),
    expected: inOrganization({ admins: 403, members: 403 }),
  },
  {
    contract: organizations.removeOrganizationMember,
    note: "a plain member",
    input: async (show) =>
      as({ params: { orgId: show.people.creator.handle, accountId: await show.newMember() } }),
    expected: inOrganization({ admins: 200, members: 403 }),
  },
];

export const rows: Row[] = [
  ...authRows,
  ...livestreamRows,
  ...tokenRows,
  ...stageRows,
  ...chatRows,
  ...guestRows,
  ...organizationRows,
  // Ends the session that asks, so it comes last.
  { contract: auth.logout, input: () => as({}), expected: person() },
];
