import * as apiKeys from "@/lib/contracts/api-keys";
import * as auth from "@/lib/contracts/auth";
import * as chat from "@/lib/contracts/chat";
import type { Endpoint } from "@/lib/contracts/endpoint";
import * as guests from "@/lib/contracts/guests";
import * as livestreams from "@/lib/contracts/livestreams";
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

const tokenRows: Row[] = [
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

export const rows: Row[] = [
  ...authRows,
  ...livestreamRows,
  ...tokenRows,
  ...chatRows,
  ...guestRows,
  // Ends the session that asks, so it comes last.
  { contract: auth.logout, input: () => as({}), expected: person() },
];
