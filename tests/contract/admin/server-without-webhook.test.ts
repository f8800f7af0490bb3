import { expect, test } from "vitest";
import { appContext } from "@/lib/context";
import { testServer } from "@/lib/diagnostics/test-server";
import { liveKitWithoutWebhook } from "@/tests/support/own/livekit";
import { ownDatabase } from "@/tests/support/own/postgres";

await Promise.all([ownDatabase(), liveKitWithoutWebhook()]);

test("a webhook that does not arrive has failed, and the sentence says where LiveKit has to send it", async () => {
  const admin = { id: "u_administrator", email: "ada@example.org" };
  const finding = await testServer(appContext(), "webhook", { admin, locale: "en" });
  expect(finding).toMatchObject({ code: "webhook-missing", verdict: "failed" });
  expect(finding.detail).toContain("/livekit/webhook");
});
