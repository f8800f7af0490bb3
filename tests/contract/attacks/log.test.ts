import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { testDataDir } from "@/scripts/launcher/test-settings.mjs";
import { anotherApp } from "@/tests/support/api/another-app";
import { Client } from "@/tests/support/api/client";
import { anAccount, unique } from "@/tests/support/api/factories";
import { until } from "@/tests/support/api/until";
import { aShowWithKey, offerOf } from "@/tests/support/api/whip";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const appLog = () => readFileSync(join(root, testDataDir, "logs", "app.log"), "utf8");

test("nothing that a client writes into a URL, a cookie or a header reaches the log", async () => {
  const mark = unique("written");
  const headers = { "Next-Action": mark };
  await new Client().send("/", { method: "POST", headers });
  await new Client().send("/sign-in", { method: "POST", headers });
  await new Client().send(`/api/auth/csrf?callbackUrl=${mark}`);
  await new Client().send(`/api/auth/error?error=${mark}`);
  for (const name of ["callback-url", "session-token"]) {
    const browser = new Client();
    browser.cookies.set(`next-auth.${name}`, mark);
    expect((await browser.send("/api/auth/session")).status).toBe(200);
  }
  const last = (await new Client().send(`/livestreams?q=${mark}`)).headers.get("x-request-id");
  await until("the last request is in the log", () => appLog().includes(`"requestId":"${last}"`));
  expect(appLog().match(new RegExp(`.*${mark}.*`))?.[0]).toBeUndefined();
});

test("an app whose log cannot be written goes on, and does not try to log that", async () => {
  const app = await anotherApp({ LIVEKIT_URL: "http://127.0.0.1:1" });
  try {
    app.closeLog();
    const { key } = await aShowWithKey(await anAccount());
    const headers = { "content-type": "application/sdp" };
    for (let attempts = 0; attempts < 3; attempts++) {
      const encoder = new Client(key, undefined, app.url);
      const answer = await encoder.send("/whip", { method: "POST", raw: offerOf(), headers });
      expect(answer.status, answer.text).toBe(503);
    }
    expect(await app.uncaught()).toBe(0);
  } finally {
    await app.stop();
  }
});
