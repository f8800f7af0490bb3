import { afterAll, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { startSession } from "@/lib/auth/sessions";
import { appContext } from "@/lib/context";
import { createLivestream } from "@/lib/livestreams/create-livestream";
import { followLivestream } from "@/lib/show/follow-livestream";
import { goLive } from "@/lib/show/go-live";
import { visitShow } from "@/lib/show/viewer-pass";
import { noteSilence } from "@/lib/show/webhook-silence";
import { signUp } from "@/lib/sign-up/sign-up";
import { sql } from "@/tests/support/api/database";
import { server } from "@/tests/support/api/server";
import { connected, hangUpAll, inRoom } from "@/tests/support/api/signal";
import { identityOf } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";
import { liveKitWithoutWebhook } from "@/tests/support/own/livekit";
import { ownDatabase } from "@/tests/support/own/postgres";

await Promise.all([ownDatabase(), liveKitWithoutWebhook()]);
afterAll(hangUpAll);

/** Sooner than any sweep; none runs here. */
const atOnceMs = 2_000;

type Sent = { event: string; data: object };

/** Everything that a reader of the event stream receives. */
async function followed(mint: string, actor: Actor | null): Promise<Sent[]> {
  const sent: Sent[] = [];
  const send = (event: string, data: object) => void sent.push({ event, data });
  const following = { mint, actor, pass: null, lastEventId: null };
  const { signal } = new AbortController();
  await followLivestream(appContext(), following, { send, end: () => undefined, signal });
  return sent;
}

test("without webhooks, going live still shows the picture to all waiting viewers, and the host is warned that none arrive", async () => {
  const context = appContext();
  const password = "long enough";
  const ada = await signUp(context, {
    email: "ada@example.org",
    handle: "ada",
    name: "Ada",
    password,
  });
  const wanted = { title: "Soon", description: "", visibility: "public", tags: [] } as const;
  const { mint } = await createLivestream(context, ada, { ...wanted, tags: [] });
  await context.livekit.ensureRoom(mint);
  const waiting: string[] = [];
  for (let viewer = 0; viewer < 3; viewer++) {
    const { pass } = await visitShow(context, null, mint, async () => {});
    await connected(pass?.token ?? "", { base: server.livekitUrl });
    waiting.push(identityOf(pass?.token ?? ""));
  }
  const maySee = async (identity: string) =>
    (await inRoom(mint, identity))?.permission?.canSubscribe;
  for (const identity of waiting) expect(await maySee(identity)).toBe(false);
  await goLive(context, ada, mint);
  for (const identity of waiting) {
    await until("the viewer sees the show", () => maySee(identity), atOnceMs);
  }

  // The host is warned once someone has been connected for a while without a webhook.
  const session = await startSession(context, ada.id, { door: "pages", userAgent: null });
  const hosts = await followed(mint, { ...ada, by: "cookie", sessionId: session.id });
  const viewers = await followed(mint, null);
  const told = (sent: Sent[]) =>
    sent.filter(({ event }) => event === "webhooks").map(({ data }) => data);
  await noteSilence(context);
  await until("the host learns that all is well so far", () => told(hosts).length === 1);
  await sql(
    "update participants set sid = 'PA_1', connected_at = now() - interval '20 s' where mint = $1",
    [mint],
  );
  await noteSilence(context);
  await until("the host is warned", () => told(hosts).length === 2);
  await sql("insert into webhook_events (id, event) values ('EV_1', 'room_started')");
  await noteSilence(context);
  await until("the warning goes away", () => told(hosts).length === 3);
  expect(told(hosts)).toEqual([{ silent: false }, { silent: true }, { silent: false }]);
  expect(told(viewers)).toEqual([]);
});
