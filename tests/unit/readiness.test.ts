import { drizzle } from "drizzle-orm/node-postgres";
import { beforeEach, expect, test, vi } from "vitest";
import journal from "@/lib/db/migrations/meta/_journal.json";
import { startDraining } from "@/lib/draining";
import { whyUnready } from "@/lib/readiness";

const bus = vi.hoisted(() => ({ connected: true }));
vi.mock("@/lib/db/bus", () => ({ isListening: () => bus.connected }));

const newest = journal.entries.at(-1)?.when ?? Number.NaN;
const answering = (query: () => Promise<unknown>) => {
  const execute = vi.fn(query);
  return { db: Object.assign(drizzle.mock(), { execute }) as never, execute };
};
const migratedAt = (when: number) => answering(async () => ({ rows: [{ newest: String(when) }] }));

/** The last answer is valid for a second, so each test begins later than that. */
let nowMs = 0;
beforeEach(() => {
  bus.connected = true;
  nowMs += 10_000;
  vi.spyOn(performance, "now").mockImplementation(() => nowMs);
});

test("a process is ready with this version's migrations, or those of a newer one", async () => {
  expect(await whyUnready(migratedAt(newest))).toBeNull();
  nowMs += 1_000;
  expect(await whyUnready(migratedAt(newest + 1))).toBeNull();
});

test("it is not ready with older migrations, without a database, or without its changes", async () => {
  expect(await whyUnready(migratedAt(newest - 1))).toBe("database-not-migrated");
  nowMs += 1_000;
  const broken = answering(() => Promise.reject(new Error("no database")));
  expect(await whyUnready(broken)).toBe("database-unreachable");
  nowMs += 1_000;
  bus.connected = false;
  expect(await whyUnready(migratedAt(newest))).toBe("changes-not-heard");
});

test("the database is asked once a second, however many ask", async () => {
  const { db, execute } = migratedAt(newest);
  await Promise.all(Array.from({ length: 50 }, () => whyUnready({ db })));
  nowMs += 999;
  await whyUnready({ db });
  expect(execute).toHaveBeenCalledTimes(1);
  nowMs += 1;
  await whyUnready({ db });
  expect(execute).toHaveBeenCalledTimes(2);
});

test("a frozen database is unreachable after two seconds, and is not asked again", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  try {
    let thaw = (_: unknown) => {};
    const { db, execute } = answering(() => new Promise((resolve) => (thaw = resolve)));
    const first = whyUnready({ db });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await first).toBe("database-unreachable");
    nowMs += 5_000;
    const second = whyUnready({ db });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await second).toBe("database-unreachable");
    expect(execute).toHaveBeenCalledTimes(1);
    thaw({ rows: [{ newest: String(newest) }] });
  } finally {
    vi.useRealTimers();
  }
});

test("a process that stops is not ready, whatever else", async () => {
  startDraining();
  const { db, execute } = migratedAt(newest);
  expect(await whyUnready({ db })).toBe("draining");
  expect(execute).not.toHaveBeenCalled();
});
