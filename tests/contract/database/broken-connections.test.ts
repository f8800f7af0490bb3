import { sql } from "drizzle-orm";
import { afterAll, expect, test } from "vitest";
import { db, dropConnections, pool } from "@/lib/db/client";
import { reach } from "@/lib/db/reach";
import { server } from "@/tests/support/api/server";
import { until } from "@/tests/support/api/until";
import { relayTo } from "@/tests/support/own/relay";

const relay = await relayTo(server.databaseUrl);
process.env.DATABASE_URL = relay.url;
afterAll(() => pool().end());

const brokenOnesAreGone = () => until("the pool has none left", () => pool().totalCount === 0);
const transaction = () => db().transaction((tx) => tx.execute(sql`select 1`));

test("transactions that a silent database never began leave the pool whole", async () => {
  await Promise.all(Array.from({ length: 16 }, transaction));
  relay.goSilent();
  const stuck = Promise.allSettled(Array.from({ length: 16 }, transaction));
  dropConnections();
  expect((await stuck).map(({ status }) => status)).toEqual(Array(16).fill("rejected"));
  await brokenOnesAreGone();
  await Promise.all(Array.from({ length: 32 }, transaction));
  expect(pool().totalCount - pool().idleCount).toBe(0);
});

test("a connection that breaks within a transaction is replaced", async () => {
  const broken = db().transaction(async (tx) => {
    await tx.execute(sql`select 1`);
    dropConnections();
    await tx.execute(sql`select 2`);
  });
  await expect(broken).rejects.toThrow();
  await brokenOnesAreGone();
  await Promise.all(Array.from({ length: 32 }, transaction));
  expect(pool().totalCount - pool().idleCount).toBe(0);
});

test("while a silent database is away, queries fail at once", async () => {
  relay.stall();
  dropConnections();
  await brokenOnesAreGone();
  reach().state = "away";
  const failed = Promise.allSettled(Array.from({ length: 32 }, transaction));
  const startedAt = performance.now();
  expect((await failed).map(({ status }) => status)).toEqual(Array(32).fill("rejected"));
  expect(performance.now() - startedAt).toBeLessThan(5_000);
  reach().state = "unknown";
  await relay.comeBack();
  await Promise.all(Array.from({ length: 32 }, transaction));
  expect(pool().totalCount - pool().idleCount).toBe(0);
});
