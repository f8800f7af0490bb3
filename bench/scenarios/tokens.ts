import autocannon, { type Request } from "autocannon";
import { participantToken } from "@/lib/contracts/tokens";
import { addressOf } from "@/tests/support/api/client";
import { server } from "@/tests/support/api/server";
import { type Account, makeAccount } from "@/tests/support/browser/accounts";
import type { Readings, Scenario } from "../scenario";
import { onAirAlone } from "./on-air-alone";

const connections = 10;
const warmUpSeconds = 1;
const seconds = 3;
/** Enough accounts that none reaches its limit per minute (lib/limits.ts). */
const accountCount = 150;

let askers: Account[] = [];

async function makeAccounts(): Promise<Account[]> {
  const made: Account[] = [];
  while (made.length < accountCount) {
    const four = Array.from({ length: 4 }, (_, index) => `Asker ${made.length + index}`);
    made.push(...(await Promise.all(four.map(makeAccount))));
  }
  return made;
}

async function fires(url: string, requests: Request[]): Promise<Readings> {
  const options = { url, requests, connections };
  await autocannon({ ...options, duration: warmUpSeconds });
  const {
    "2xx": good,
    non2xx,
    errors,
    duration,
    latency,
  } = await autocannon({
    ...options,
    duration: seconds,
  });
  if (non2xx + errors > 0) throw new Error(`${non2xx} refusals, ${errors} errors at ${url}`);
  return {
    "tokens.rate": [good / duration],
    "tokens.p50": [latency.p50],
    "tokens.p99": [latency.p99],
  };
}

export const tokens: Scenario = {
  name: "tokens",
  runs: 5,
  measure: {
    async bare({ bare }) {
      return fires(bare.url, [{ path: "/token?room=any&role=viewer" }]);
    },
    async app() {
      if (askers.length === 0) askers = await makeAccounts();
      return onAirAlone((mint) => {
        const path = addressOf(participantToken, { query: { mint, hidden: "true" } });
        const requests = askers.map(({ api }) => ({
          path,
          headers: { authorization: `Bearer ${api.bearer}` },
        }));
        return fires(server.url, requests);
      });
    },
  },
};
