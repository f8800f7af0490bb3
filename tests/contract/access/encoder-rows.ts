import * as programme from "@/lib/contracts/programme";
import * as streamKeys from "@/lib/contracts/stream-keys";
import * as whip from "@/lib/contracts/whip";
import { as, creatorOnly, hostsOnly, ofShow, type Row } from "./row";
import type { Show } from "./show";

const ofKey = async (show: Show) => as({ params: { mint: show.mint, id: await show.streamKey() } });
/** Neither an account's token nor an API key works as a stream key. */
const byStreamKey = { note: "stream key only", expected: { others: 401 } };

export const encoderRows: Row[] = [
  {
    contract: streamKeys.createStreamKey,
    changes: true,
    input: (show) => as({ ...ofShow(show), body: { name: "From the table" } }),
    expected: creatorOnly(201),
  },
  { contract: streamKeys.listStreamKeys, input: ofShow, expected: creatorOnly() },
  {
    contract: streamKeys.rotateStreamKey,
    changes: true,
    input: ofKey,
    expected: creatorOnly(),
  },
  { contract: streamKeys.revokeStreamKey, changes: true, input: ofKey, expected: creatorOnly() },
  { contract: programme.readProgrammeLink, input: ofShow, expected: hostsOnly() },
  {
    contract: programme.createProgrammeLink,
    changes: true,
    input: ofShow,
    expected: hostsOnly(201),
  },
  {
    contract: programme.turnOffProgrammeLink,
    changes: true,
    input: ofShow,
    expected: hostsOnly(),
  },
  {
    contract: programme.programmeToken,
    note: "with the link's key",
    input: async (show) => as({ ...ofShow(show), body: { key: await show.programmeKey() } }),
    expected: { others: 200 },
  },
  {
    contract: programme.programmeToken,
    note: "without it",
    input: (show) => as({ ...ofShow(show), body: { key: "programme_wrong" } }),
    expected: { others: 404 },
  },
  { contract: whip.openEncoderSession, input: () => as({ body: "v=0" }), ...byStreamKey },
  {
    contract: whip.patchEncoderSession,
    input: () => as({ params: { session: "NoSuchSession1234" }, body: "a=ice-ufrag:x" }),
    ...byStreamKey,
  },
  {
    contract: whip.endEncoderSession,
    input: () => as({ params: { session: "NoSuchSession1234" } }),
    ...byStreamKey,
  },
];
