import { afterAll, expect, test } from "vitest";
import { signUp } from "@/lib/accounts/sign-up";
import { appContext } from "@/lib/context";
import { createLivestream } from "@/lib/livestreams/create-livestream";
import { goLive } from "@/lib/livestreams/go-live";
import { visitShow } from "@/lib/livestreams/viewer-pass";
import { server } from "@/tests/support/api/server";
import { connected, hangUpAll, inRoom } from "@/tests/support/api/signal";
import { identityOf } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";
import { liveKitWithoutWebhook } from "@/tests/support/own/livekit";
import { ownDatabase } from "@/tests/support/own/postgres";

await Promise.all([ownDatabase(), liveKitWithoutWebhook()]);
afterAll(hangUpAll);

/** Sooner than any sweep, which there is none of here. */
const atOnceMs = 2_000;

test("go-live shows the picture to everybody who waits, though LiveKit sends no webhooks", async () => {
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
    const { pass } = await visitShow(context, null, mint);
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
});
