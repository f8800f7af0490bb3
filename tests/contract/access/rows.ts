import * as auth from "@/lib/contracts/accounts/auth";
import * as accounts from "@/lib/contracts/accounts/channel";
import * as chat from "@/lib/contracts/chat";
import * as eventLog from "@/lib/contracts/event-log";
import * as livestreamActions from "@/lib/contracts/livestream-actions";
import * as livestreamEvents from "@/lib/contracts/livestream-events";
import * as livestreams from "@/lib/contracts/livestreams";
import * as reports from "@/lib/contracts/reports";
import * as tokens from "@/lib/contracts/tokens";
import { adminRows } from "./admin-rows";
import { authRows } from "./auth-rows";
import { encoderRows } from "./encoder-rows";
import { guestRows } from "./guest-rows";
import { organizationRows } from "./organization-rows";
import { presentationRows } from "./presentation-rows";
import { restrictionRows } from "./restriction-rows";
import {
  allowedToWatch,
  as,
  creatorOnly,
  hosts,
  hostsOnly,
  moderators,
  noScope,
  ofShow,
  outside,
  person,
  type Row,
  signedIn,
  stale,
} from "./row";
import { stageRows } from "./stage-rows";

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
    contract: accounts.readChannel,
    note: "an account without a public show",
    input: ({ passerBy }) => as({ params: { handle: passerBy.handle } }),
    expected: { ...stale, ...noScope, others: 404 },
  },
  {
    contract: livestreams.readLivestream,
    input: ofShow,
    expected: { ...stale, ...noScope, ...allowedToWatch(200), others: 404 },
  },
  {
    contract: livestreamEvents.followLivestream,
    note: "refusals only",
    input: () => as({ params: { mint: "NoSuchShow123456" } }),
    expected: { ...stale, ...noScope, others: 404 },
  },
  {
    contract: livestreams.editLivestream,
    input: (show) => as({ ...ofShow(show), body: { slowModeSeconds: 5 } }),
    note: "the chat's rules",
    expected: moderators(),
  },
  {
    contract: livestreams.editLivestream,
    note: "anything else",
    input: (show) => as({ ...ofShow(show), body: { description: "From the table" } }),
    expected: hostsOnly(),
  },
  {
    contract: eventLog.readEventLog,
    input: (show) => as({ ...ofShow(show), query: {} }),
    expected: hostsOnly(),
  },
  { contract: livestreams.goLive, input: ofShow, expected: hostsOnly() },
  { contract: livestreams.endLivestream, changes: true, input: ofShow, expected: hostsOnly() },
  {
    contract: livestreamActions.cancelLivestream,
    note: "while live",
    input: ofShow,
    expected: hostsOnly(409),
  },
  { contract: livestreamActions.duplicateLivestream, input: ofShow, expected: creatorOnly(201) },
  {
    contract: livestreamActions.deleteLivestream,
    note: "once it has ended",
    changes: true,
    input: async (show) => {
      await show.people.creator.api.ok(livestreams.endLivestream, { params: { mint: show.mint } });
      return ofShow(show);
    },
    expected: { ...creatorOnly(), "API key": 403 },
  },
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
];

const operators = { ...outside, admin: 200, "super admin": 200, agent: 200, others: 403 };

const tokenRows: Row[] = [
  {
    contract: tokens.ownToken,
    input: ({ mint }) => as({ body: { room_name: mint } }),
    // As in the recipe: 403, whether the room exists or not.
    expected: { ...outside, ...allowedToWatch(200), others: 403 },
  },
  {
    contract: tokens.refreshToken,
    note: "the viewer's token",
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
  { contract: tokens.connectionCheck, input: ofShow, expected: hostsOnly() },
  {
    contract: tokens.backstageToken,
    note: "and admitted guests, with their cookie",
    input: (show) => as({ ...ofShow(show), body: {} }),
    expected: { ...stale, ...noScope, ...hosts(200), moderator: 403, viewer: 403, others: 404 },
  },
  {
    contract: tokens.participantToken,
    input: ({ mint }) => as({ query: { mint, hidden: "true" } }),
    expected: { ...outside, ...noScope, ...allowedToWatch(200), others: 404 },
  },
  {
    contract: tokens.viewerPass,
    input: ofShow,
    expected: { ...stale, ...noScope, ...allowedToWatch(200), others: 404 },
  },
];

const chatRows: Row[] = [
  {
    contract: chat.readChat,
    input: (show) => as({ ...ofShow(show), query: {} }),
    expected: { ...stale, ...noScope, ...allowedToWatch(200), others: 404 },
  },
  {
    contract: chat.postChat,
    changes: true,
    input: (show) => as({ ...ofShow(show), body: { text: "hello" } }),
    expected: { ...stale, ...noScope, ...allowedToWatch(201), others: 404 },
  },
  {
    contract: chat.deleteChat,
    note: "the creator's message",
    changes: true,
    input: async (show) => as({ params: { mint: show.mint, seq: await show.message() } }),
    expected: { ...stale, ...noScope, ...hosts(200), moderator: 200, viewer: 403, others: 404 },
  },
  { contract: chat.listMutes, input: ofShow, expected: moderators() },
  {
    contract: chat.mutePerson,
    input: (show) => as({ ...ofShow(show), body: { subject: show.people.viewer.id } }),
    expected: moderators(),
  },
  {
    contract: chat.unmutePerson,
    input: ({ mint, people }) => as({ params: { mint, subject: people.viewer.id } }),
    expected: moderators(),
  },
  {
    contract: reports.reportLivestream,
    changes: true,
    input: (show) => as({ ...ofShow(show), body: { reason: "spam" } }),
    expected: { ...stale, ...noScope, ...allowedToWatch(201), others: 404 },
  },
  {
    contract: reports.reportMessage,
    note: "the creator's message",
    changes: true,
    input: async (show) =>
      as({ params: { mint: show.mint, seq: await show.message() }, body: { reason: "spam" } }),
    expected: {
      ...{ ...stale, ...noScope, creator: 403, "API key": 403, "co-host": 201 },
      ...{ moderator: 201, viewer: 201, others: 404 },
    },
  },
  { contract: reports.listReportedMessages, input: ofShow, expected: moderators() },
  {
    contract: reports.dismissReports,
    input: ({ mint }) => as({ params: { mint, seq: "1" } }),
    expected: moderators(),
  },
];

export const rows: Row[] = [
  ...authRows,
  ...livestreamRows,
  ...restrictionRows,
  ...presentationRows,
  ...tokenRows,
  ...stageRows,
  ...encoderRows,
  ...chatRows,
  ...guestRows,
  ...organizationRows,
  ...adminRows,
  // Ends the caller's session, so it is the last row.
  { contract: auth.logout, input: () => as({}), expected: person() },
];
