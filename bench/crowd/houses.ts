import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import { goLive } from "@/lib/contracts/livestreams";
import { hostToken, participantToken } from "@/lib/contracts/tokens";
import { server } from "@/tests/support/api/server";
import { inRoom } from "@/tests/support/api/signal";
import { until } from "@/tests/support/api/until";
import { type Account, makeAccount } from "@/tests/support/browser/accounts";
import { endShow, makeShow, type Show } from "@/tests/support/browser/shows";
import type { Bare } from "../bare/bare";
import { passesIn, visitAll } from "../scenarios/visits";

/** A show that a crowd can be let into: of the reference, or of the app. */
export type House = {
  hostToken: () => Promise<string>;
  /** One for each of `count` viewers, obtained as their pages do. */
  tokens: (count: number) => Promise<string[]>;
  goLive: () => Promise<unknown>;
  /** Once live, until LiveKit lets the connected host publish. */
  opensStage: () => Promise<unknown>;
  end: () => Promise<unknown>;
};

/** Which of the two, and in the app whether viewers appear in the audience. */
export const kinds = ["bare", "hidden", "visible"] as const;
export type Kind = (typeof kinds)[number];

const connections = 4;
/** An account gets 120 tokens a minute (lib/limits.ts). */
const tokensPerAccount = 50;

/** Makes shows, and keeps the accounts that visible viewers need. */
export class Houses {
  readonly #accounts: Account[] = [];
  #host: Account | null = null;

  constructor(readonly bare: Bare) {}

  /** The signal's address for this kind of viewer. */
  url(kind: Kind): string {
    return (kind === "bare" ? server.livekitUrl : server.url).replace(/^http/, "ws");
  }

  /** A show that is not live yet. */
  async open(kind: Kind): Promise<House> {
    return kind === "bare" ? this.#openBare() : this.#openShow(kind === "hidden");
  }

  async #openBare(): Promise<House> {
    const room = await this.bare.makesRoom();
    return {
      hostToken: () => this.bare.token(room, "host"),
      tokens: (count) => inTurn(count, () => this.bare.token(room, "viewer")),
      goLive: async () => undefined,
      opensStage: async () => undefined,
      end: async () => undefined,
    };
  }

  async #openShow(hidden: boolean): Promise<House> {
    this.#host ??= await makeAccount("Hanna");
    const { api, handle, id } = this.#host;
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
    const show = await makeShow(this.#host, { scheduledAt: inAnHour });
    const { mint } = show;
    return {
      // Before the show it is another token than during it.
      hostToken: async () => (await api.ok(hostToken, { query: { mint, creator: handle } })).token,
      tokens: hidden ? (count) => hiddenTokens(show, count) : (count) => this.#visible(show, count),
      goLive: () => api.ok(goLive, { params: { mint } }),
      opensStage: () =>
        until("the host may publish", async () => (await inRoom(mint, id))?.permission?.canPublish),
      end: () => endShow(show),
    };
  }

  async #visible({ mint }: Show, count: number): Promise<string[]> {
    const query = { mint, hidden: "false" } as const;
    return inTurn(count, async (index) => {
      const account = this.#accounts[Math.floor(index / tokensPerAccount)];
      if (!account) throw new Error("too few accounts for so many visible viewers");
      return (await account.api.ok(participantToken, { query })).token;
    });
  }

  /** Beforehand: signing up costs more than a viewer. */
  async hireFor(viewers: number): Promise<void> {
    while (this.#accounts.length * tokensPerAccount < viewers) {
      this.#accounts.push(await makeAccount(`Asker ${this.#accounts.length}`));
    }
  }
}

/** Anonymous viewers, each from their own address. */
async function hiddenTokens({ mint }: Show, count: number): Promise<string[]> {
  return passesIn(await visitAll(`${server.url}${watchPath(mint)}`, count, connections));
}

async function inTurn<T>(count: number, make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  let next = 0;
  const makeInTurn = async () => {
    while (next < count) made.push(await make(next++));
  };
  await Promise.all(Array.from({ length: connections }, makeInTurn));
  return made;
}
