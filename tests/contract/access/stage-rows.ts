import * as backstage from "@/lib/contracts/backstage";
import * as look from "@/lib/contracts/look";
import * as stage from "@/lib/contracts/stage";
import { as, hosts, hostsOnly, noScope, ofShow, outside, type Row, stale } from "./row";

export const stageRows: Row[] = [
  { contract: stage.listFeatured, input: ofShow, expected: hostsOnly() },
  {
    contract: stage.featureViewer,
    changes: true,
    input: async (show) => as({ ...ofShow(show), body: { identity: await show.viewerSeat() } }),
    expected: hostsOnly(),
  },
  {
    contract: stage.unfeatureViewer,
    note: "by the featured viewer or a host",
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
    note: "to a guest any admin may admit",
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
    expected: { ...stale, ...noScope, ...hosts(200), moderator: 403, viewer: 403, others: 404 },
  },
  {
    contract: backstage.postBackstageChat,
    changes: true,
    input: (show) => as({ ...ofShow(show), body: { text: "You are next." } }),
    expected: { ...stale, ...noScope, ...hosts(201), moderator: 403, viewer: 403, others: 404 },
  },
];
