import { expect, test } from "vitest";
import { type Change, isListening, listen, migratedAt } from "@/lib/db/bus";
import journal from "@/lib/db/migrations/meta/_journal.json";
import { sql } from "@/tests/support/api/database";
import { server } from "@/tests/support/api/server";
import { until } from "@/tests/support/api/until";
import { relayTo } from "@/tests/support/own/relay";

const mint = "AShowNobodyElseHas";
const direct = server.databaseUrl;
const relay = await relayTo(direct);
// This process's bus listens through the relay; the tests send changes past the relay.
process.env.DATABASE_URL = relay.url;

const tell = async (what: Change["what"]) => {
  process.env.DATABASE_URL = direct;
  await sql("select pg_notify('greenroom', $1)", [JSON.stringify({ mint, what })]);
};

const heard: string[] = [];
relay.breakAt("listen greenroom");
await listen(mint, (what) => heard.push(what));

test("a connection that breaks during LISTEN is replaced by one connection, not two", async () => {
  expect(relay.standing()).toBe(1);
  await tell("guests");
  await until("the change arrives", () => heard.length > 0);
  await tell("livestream");
  await until("the next change arrives", () => heard.includes("livestream"));
  expect(heard).toEqual(["guests", "livestream"]);
  expect(migratedAt()).toBe(journal.entries.at(-1)?.when);
});

test("after the database ends the connection, everything is read again and later changes arrive", async () => {
  heard.length = 0;
  const killed = await sql(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'greenroom listener' and client_port = any($1::int[])`,
    [relay.portsToServer()],
  );
  expect(killed).toHaveLength(1);
  await until("everything is read again", () => heard.includes("all"));
  await tell("guests");
  await until("a change arrives", () => heard.includes("guests"));
  expect(relay.standing()).toBe(1);
});

test("a connection that goes dead silently is noticed and replaced within seconds", async () => {
  heard.length = 0;
  relay.goSilent();
  await tell("guests");
  await until("the process is not ready", () => !isListening(), 12_000);
  await until("everything is read again", () => heard.includes("all"), 12_000);
  await tell("livestream");
  await until("a change arrives", () => heard.includes("livestream"));
  expect(heard).toEqual(["all", "livestream"]);
  expect(relay.standing()).toBe(1);
});
