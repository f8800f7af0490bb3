import { drizzle } from "drizzle-orm/node-postgres";
import { expect, test } from "vitest";
import { appContext } from "@/lib/context";
import type { LivestreamEventName } from "@/lib/contracts/livestream-events";
import { pool } from "@/lib/db/client";
import { createLivestream } from "@/lib/livestreams/create-livestream";
import { editLivestream } from "@/lib/show/edit-livestream";
import { followLivestream } from "@/lib/show/follow-livestream";
import { signUp } from "@/lib/sign-up/sign-up";
import { until } from "@/tests/support/api/until";
import { ownDatabase } from "@/tests/support/own/postgres";

await ownDatabase();
const context = appContext();

type Sent = { event: LivestreamEventName; data: object };

test("a change is read once for the whole audience, and every reader receives the same", async () => {
  const person = { email: "ada@example.org", handle: "ada", name: "Ada", password: "long enough" };
  const ada = await signUp(context, person);
  const wanted = { title: "Before", description: "", visibility: "public" as const, tags: [] };
  const { mint } = await createLivestream(context, ada, wanted);
  const statements: string[] = [];
  const db = drizzle(pool(), { logger: { logQuery: (text) => void statements.push(text) } });
  const closed = new AbortController();
  const audience: Sent[][] = await Promise.all(
    Array.from({ length: 1_000 }, async () => {
      const sent: Sent[] = [];
      const send = (event: LivestreamEventName, data: object) => void sent.push({ event, data });
      const following = { mint, actor: null, pass: null, lastEventId: null };
      const sink = { send, end: () => undefined, signal: closed.signal };
      await followLivestream({ ...context, db }, following, sink);
      return sent;
    }),
  );
  await until("all have the show", () => audience.every((sent) => sent.length > 0));
  statements.length = 0;
  await editLivestream(context, ada, mint, { title: "After" });
  const after = (sent: Sent[]) =>
    sent.find(({ data }) => (data as { title?: string }).title === "After")?.data;
  await until("all have the new title", () => audience.every((sent) => after(sent)));
  closed.abort();
  expect(statements.length).toBeLessThanOrEqual(2);
  expect(new Set(audience.map(after)).size).toBe(1);
});
