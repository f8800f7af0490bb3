import * as calendar from "@/lib/contracts/calendar";
import * as cards from "@/lib/contracts/cards";
import { readDocument } from "@/lib/contracts/document";
import * as oembed from "@/lib/contracts/oembed";
import * as pictures from "@/lib/contracts/pictures";
import * as summary from "@/lib/contracts/summary";
import { aPicture } from "@/tests/support/api/pictures";
import { server } from "@/tests/support/api/server";
import { allowedToWatch, as, hostsOnly, noScope, ofShow, type Row, stale } from "./row";

const aCover = aPicture();

/** How a livestream appears elsewhere and after its end. */
export const presentationRows: Row[] = [
  {
    contract: pictures.putCover,
    input: async (show) => as({ ...ofShow(show), body: await aCover }),
    expected: hostsOnly(),
  },
  {
    contract: pictures.readPicture,
    note: "the cover",
    input: ({ mint }) => as({ params: { mint, kind: "cover" }, query: {} }),
    expected: { ...stale, ...noScope, ...allowedToWatch(200), others: 404 },
  },
  { contract: pictures.removeCover, input: ofShow, expected: hostsOnly() },
  {
    contract: pictures.putFrame,
    input: async (show) => as({ ...ofShow(show), body: await aCover }),
    expected: hostsOnly(),
  },
  {
    contract: cards.readShowCard,
    input: ({ mint }) => as({ params: { mint }, query: {} }),
    expected: { ...stale, ...noScope, ...allowedToWatch(200), others: 404 },
  },
  {
    contract: cards.readChannelCard,
    note: "an account without a public show",
    input: ({ passerBy }) => as({ params: { handle: passerBy.handle }, query: {} }),
    expected: { ...stale, ...noScope, others: 404 },
  },
  {
    contract: calendar.readCalendar,
    note: "no planned start",
    input: ofShow,
    expected: { ...stale, ...noScope, ...allowedToWatch(409), others: 404 },
  },
  {
    contract: summary.readSummary,
    note: "before the show ends",
    input: ofShow,
    expected: hostsOnly(409),
  },
  {
    contract: oembed.readOEmbed,
    input: ({ mint }) => as({ query: { url: `${server.url}/watch/${mint}` } }),
    expected: { others: 404 },
  },
  { contract: readDocument, input: () => as({}), expected: { others: 200 } },
];
