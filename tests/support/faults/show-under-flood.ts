import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setInterval } from "node:timers/promises";
import { expect } from "vitest";
import type { AnotherApp } from "../api/another-app";
import { Client } from "../api/client";
import {
  aHostToken,
  aLiveShow,
  anAccount,
  anUnusedViewerToken,
  type Person,
} from "../api/factories";
import { until } from "../api/until";
import { figure, since } from "./figure";
import type { Plan, Report } from "./running-show.mjs";

const program = join(process.cwd(), "tests/support/faults/running-show.mjs");
const sampleMs = 200;

/** Longer than this, viewers would see the picture stop. */
const noticedMs = 2_000;
/** As in every other test of a busy server. All floods run on the processors that answer them. */
const answeredWithinMs = 5_000;
/**
 * What a process at rest has, plus bodies on their way (64 MiB), 2,000 event streams at 80 kB, and as much
 * again as V8 lets accumulate before it collects.
 */
const memoryMaxBytes = 1_280 * 2 ** 20;
/** What V8 and the allocator keep for later. */
const keptMaxBytes = 160 * 2 ** 20;
const restsWithinMs = 90_000;

const mib = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;

/** How many answers had each status; 0 for no answer. */
export type Statuses = Map<number, number>;

export type Flood = {
  /** As it is called in the figure that is printed. */
  name: string;
  /** The statuses that may answer it. */
  allowed: readonly number[];
};

/**
 * A live show with a picture, and someone who reads and writes meanwhile, in a process of their own,
 * on an app that gets flooded.
 */
export class ShowUnderFlood {
  private constructor(
    readonly app: AnotherApp,
    readonly host: Person,
    readonly mint: string,
    readonly others: ChildProcess,
    readonly restBytes: number,
  ) {}

  /** @param app the one that the API's clients of this file use */
  static async begins(app: AnotherApp): Promise<ShowUnderFlood> {
    const [host, viewer] = [await anAccount("Ada"), await anAccount("Vito")];
    const mint = await aLiveShow(host);
    const creator = { id: host.id };
    const tokens = {
      host: await aHostToken(host, { mint, creator }),
      viewer: await anUnusedViewerToken(viewer, mint, false),
    };
    const asPage = { accept: "text/html", "upgrade-insecure-requests": "1" };
    const headers = { "x-forwarded-for": new Client().address };
    const chat = `/livestreams/${mint}/chat`;
    const asks: Plan["asks"] = [
      { path: "/", headers: { ...headers, ...asPage } },
      { path: `/watch/${mint}`, headers: { ...headers, ...asPage } },
      { path: chat, headers },
      {
        path: chat,
        method: "POST",
        headers: {
          ...headers,
          authorization: `Bearer ${viewer.api.bearer}`,
          "content-type": "application/json",
        },
        body: JSON.stringify({ text: "Still here" }),
      },
    ];
    // With any other NODE_ENV, LiveKit's SDK logs to the terminal.
    const others = fork(program, { env: { ...process.env, NODE_ENV: "production" } });
    others.send({ url: app.url, tokens, asks } satisfies Plan);
    const read = async () => {
      others.send("report");
      return (await once(others, "message"))[0] as Report;
    };
    await until("the picture moves, and every request was answered", async () => {
      const { frames, answers } = await read();
      return frames > 0 && answers > 0;
    });
    return new ShowUnderFlood(app, host, mint, others, await app.residentBytes());
  }

  ends(): void {
    this.others.disconnect();
  }

  /** Runs a flood, which the show, other people and the memory must bear. */
  async bears({ name, allowed }: Flood, flood: () => Promise<Statuses>): Promise<Statuses> {
    await this.#report();
    const startBytes = await this.app.residentBytes();
    const memory = this.#watchMemory();
    const startedAt = performance.now();
    const statuses = await flood();
    const lasted = since(startedAt);
    const peakBytes = await memory();
    const report = await this.#report();
    const told = [...statuses].sort(([a], [b]) => a - b).map(([status, n]) => `${n} × ${status}`);
    figure(
      `${name}, in ${lasted}: ${told.join(", ")}; longest gap ${report.longestGapMs} ms, others answered within ` +
        `${report.slowestMs} ms; memory ${mib(startBytes)}, at most ${mib(peakBytes)}`,
    );
    expect(report.failures).toEqual([]);
    expect(report.answers).toBeGreaterThan(0);
    expect(report).toMatchObject({ interruptions: 0 });
    expect(report.longestGapMs).toBeLessThan(noticedMs);
    expect(report.slowestMs).toBeLessThan(answeredWithinMs);
    expect(peakBytes).toBeLessThan(memoryMaxBytes);
    expect([...statuses.keys()].filter((status) => !allowed.includes(status))).toEqual([]);
    expect(await this.app.uncaught()).toBe(0);
    return statuses;
  }

  /** After all floods, the memory must be back near what it was before them. */
  async rests(): Promise<void> {
    const startedAt = performance.now();
    let bytes = 0;
    const isBack = async () => {
      bytes = await this.app.residentBytes();
      return bytes < this.restBytes + keptMaxBytes;
    };
    await until("the memory is back", isBack, restsWithinMs).finally(() =>
      figure(
        `memory before ${mib(this.restBytes)}, ${mib(bytes)} ${since(startedAt)} after all floods`,
      ),
    );
  }

  async #report(): Promise<Report> {
    this.others.send("report");
    return (await once(this.others, "message"))[0];
  }

  /** Samples until it is called; returns the most. */
  #watchMemory(): () => Promise<number> {
    let most = 0;
    const stop = new AbortController();
    const sampling = (async () => {
      for await (const _ of setInterval(sampleMs, null, { signal: stop.signal })) {
        most = Math.max(most, await this.app.residentBytes());
      }
    })().catch(() => undefined);
    return async () => {
      stop.abort();
      await sampling;
      return most;
    };
  }
}
