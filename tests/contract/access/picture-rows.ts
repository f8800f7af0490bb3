import * as pictures from "@/lib/contracts/pictures";
import { aPicture } from "@/tests/support/api/pictures";
import { as, hostsOnly, noScope, ofShow, type Row, stale, whoMayWatch } from "./row";

const aCover = aPicture();

export const pictureRows: Row[] = [
  {
    contract: pictures.putCover,
    input: async (show) => as({ ...ofShow(show), body: await aCover }),
    expected: hostsOnly(),
  },
  {
    contract: pictures.readPicture,
    note: "the cover",
    input: ({ mint }) => as({ params: { mint, kind: "cover" }, query: {} }),
    expected: { ...stale, ...noScope, ...whoMayWatch(200), others: 404 },
  },
  { contract: pictures.removeCover, input: ofShow, expected: hostsOnly() },
  {
    contract: pictures.putFrame,
    input: async (show) => as({ ...ofShow(show), body: await aCover }),
    expected: hostsOnly(),
  },
];
