import { drizzle } from "drizzle-orm/node-postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { appContext, type Context } from "@/lib/context";
import { pool } from "@/lib/db/client";
import { asLeader } from "@/lib/db/leader";
import { createLivestream } from "@/lib/livestreams/create-livestream";
import { sweep } from "@/lib/mirror/sweep";
import { goLive } from "@/lib/show/go-live";
import { visitShow } from "@/lib/show/viewer-pass";
import { signUp } from "@/lib/sign-up/sign-up";
import { sql } from "@/tests/support/api/database";
import { server } from "@/tests/support/api/server";
import { connected, hangUpAll, participantsOf } from "@/tests/support/api/signal";
import { claimsOf, signRoomToken } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";
import { liveKitWithoutWebhook } from "@/tests/support/own/livekit";
import { ownDatabase } from "@/tests/support/own/postgres";

await Promise.all([ownDatabase(), liveKitWithoutWebhook()]);
const context = appContext();
const past = { base: server.livekitUrl };
const shows: string[] = [];

beforeAll(async () => {
  const email = "ada@example.org";
  const ada = await signUp(context, { email, handle: "ada", name: "Ada", password: "long enough" });
  const wanted = { title: "On air", description: "", visibility: "public" as const, tags: [] };
  for (let n = 0; n < 50; n++) {
    const { mint } = await createLivestream(context, ada, wanted);
    await goLive(context, ada, mint);
    shows.push(mint);
  }
});
afterAll(hangUpAll);

/** A viewer of the show, and an intruder who got in without a row; the intruder's identity. */
async function aViewerAndAnIntruder(mint: string): Promise<string> {
  const { pass } = await visitShow(context, null, mint, async () => {});
  const token = pass?.token ?? "";
  await connected(token, past);
  const intruder = `v_intruder${mint}`;
  await connected(await signRoomToken({ ...claimsOf(token), sub: intruder }), past);
  return intruder;
}

const isOut = async (mint: string, identity: string) =>
  (await participantsOf(mint)).every((each) => each.identity !== identity);

type Watched = { statements: number; calls: number; mostAtOnce: number; ms: number };

/** Sweeps once and counts the calls to the database and to LiveKit. */
async function watchedSweep(breaking: Partial<Context["livekit"]> = {}): Promise<Watched> {
  const seen = { statements: 0, calls: 0, mostAtOnce: 0, ms: 0 };
  let pending = 0;
  const watched = <T extends object>(livekit: T): T =>
    new Proxy(livekit, {
      get:
        (target, name) =>
        async (...args: unknown[]) => {
          seen.calls++;
          seen.mostAtOnce = Math.max(seen.mostAtOnce, ++pending);
          try {
            return await (target as Record<string | symbol, (...args: unknown[]) => unknown>)[
              name
            ]?.(...args);
          } finally {
            pending--;
          }
        },
    });
  const db = drizzle(pool(), { logger: { logQuery: () => void seen.statements++ } });
  const startedAt = performance.now();
  await sweep({ ...context, db, livekit: watched({ ...context.livekit, ...breaking }) });
  return { ...seen, ms: Math.round(performance.now() - startedAt) };
}

test("fifty live shows are swept with a bounded number of statements, calling LiveKit a few at a time", async () => {
  const intruders = new Map<string, string>();
  for (const mint of shows.slice(0, 10)) intruders.set(mint, await aViewerAndAnIntruder(mint));
  const seen = await watchedSweep();
  for (const [mint, intruder] of intruders) {
    await until("the intruder is removed", () => isOut(mint, intruder));
  }
  // One for each kind of old row, one for the settings that say how old, and a few for all shows together.
  expect(seen.statements).toBeLessThan(36);
  expect(seen.mostAtOnce).toBeGreaterThan(1);
  expect(seen.mostAtOnce).toBeLessThanOrEqual(16);
});

test("no transaction stays open during calls to LiveKit", async () => {
  const open: unknown[] = [];
  await watchedSweep({
    participants: async (room) => {
      const idle = `select pid from pg_stat_activity where datname = current_database()
        and state = 'idle in transaction'`;
      open.push(...(await sql(idle)));
      return context.livekit.participants(room);
    },
  });
  expect(open).toEqual([]);
});

test("a show that LiveKit fails to list does not keep others from being swept", async () => {
  const [broken = "", other = ""] = shows.slice(20, 22);
  const intruders = [await aViewerAndAnIntruder(broken), await aViewerAndAnIntruder(other)];
  await watchedSweep({
    participants: (room) =>
      room === broken ? Promise.reject(new Error("broken")) : context.livekit.participants(room),
  });
  await until("the other show's intruder is removed", () => isOut(other, intruders[1] ?? ""));
  expect(await isOut(broken, intruders[0] ?? "")).toBe(false);
  await watchedSweep();
  await until("this show's intruder is removed too", () => isOut(broken, intruders[0] ?? ""));
});

test("with LiveKit down, everything that does not need LiveKit is still done", async () => {
  const [abandoned = ""] = shows.slice(-1);
  await sql("update livestreams set host_seen_at = now() - interval '1 day' where mint = $1", [
    abandoned,
  ]);
  const down = () => Promise.reject(new Error("down"));
  await watchedSweep({ rooms: down, participants: down, deleteRoom: down });
  const [row] = await sql("select status from livestreams where mint = $1", [abandoned]);
  expect(row).toEqual({ status: "ended" });
});

test("of several processes one sweeps; when its connection dies, another takes over immediately", async () => {
  let ran = 0;
  await asLeader("greenroom.test", async (leads) => {
    await asLeader("greenroom.test", async () => void ran++);
    expect(ran).toBe(0);
    await sql(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'
      and objid = (hashtext('greenroom.test')::bigint & 4294967295)::oid`);
    await until("the leader notices", () => !leads());
    await asLeader("greenroom.test", async () => void ran++);
    expect(ran).toBe(1);
  }).catch(() => undefined);
  await asLeader("greenroom.test", async () => void ran++);
  expect(ran).toBe(2);
});
