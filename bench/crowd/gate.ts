import { setTimeout as pause } from "node:timers/promises";
import { server } from "@/tests/support/api/server";
import { type Percentiles, percentiles, withHouses } from "./crowd";
import type { Houses } from "./houses";

const perSecond = 100;
const seconds = 5;

export type GateAnswers = { through: Percentiles | null; straight: Percentiles | null };

/**
 * Asks 100 times a second whether a token admits, each time with another one: through the gate, and LiveKit
 * alone. The difference is the gate's.
 *
 * @throws if one is refused
 */
export function askGate(houses: Houses): Promise<GateAnswers> {
  return withHouses(houses, { kind: "hidden", shows: 1 }, async ([house]) => {
    await house?.goLive();
    const tokens = (await house?.tokens(perSecond * seconds)) ?? [];
    return {
      straight: await askAll(server.livekitUrl, tokens),
      through: await askAll(server.url, tokens),
    };
  });
}

async function askAll(base: string, tokens: string[]): Promise<Percentiles | null> {
  const startedAt = performance.now();
  const asked = tokens.map(async (token, index) => {
    await pause(Math.max(0, startedAt + (index / perSecond) * 1_000 - performance.now()));
    return ask(base, token);
  });
  return percentiles(await Promise.all(asked));
}

async function ask(base: string, token: string): Promise<number> {
  const startedAt = performance.now();
  const answer = await fetch(`${base}/rtc/validate?access_token=${token}`);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${base} refuses a viewer: ${answer.status}`);
  return performance.now() - startedAt;
}
