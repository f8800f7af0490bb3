import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { login } from "@/lib/contracts/accounts/auth";
import { forgotPassword } from "@/lib/contracts/accounts/email-links";
import { testDataDir } from "@/scripts/launcher/test-settings.mjs";
import { anotherApp } from "@/tests/support/api/another-app";
import { Client } from "@/tests/support/api/client";
import {
  admit,
  aGuestWaiting,
  aLiveShow,
  anAccount,
  anInvite,
  say,
  unique,
} from "@/tests/support/api/factories";
import { until } from "@/tests/support/api/until";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const appLog = () => readFileSync(join(root, testDataDir, "logs", "app.log"), "utf8");
const lineWith = (text: string) =>
  appLog()
    .split("\n")
    .find((line) => line.includes(text));

test("nothing that a client writes into a URL, a cookie or a header reaches the log", async () => {
  const mark = unique("written");
  const headers = { "Next-Action": mark };
  await new Client().send("/", { method: "POST", headers });
  await new Client().send("/sign-in", { method: "POST", headers });
  const multipart = { "content-type": `multipart/form-data; boundary=${mark}` };
  for (const path of ["/", "/sign-in", "/imprint"]) {
    await new Client().send(path, { method: "POST", headers: multipart, raw: `--${mark}--` });
  }
  for (const after of ["%0a", "%0d%0aset-cookie:a=b", "%ff", "%E2%80%AE"]) {
    const answer = await new Client().send(`/api/auth/error?error=${mark}${after}`);
    expect([answer.status, answer.headers.get("set-cookie")]).toEqual([302, null]);
  }
  await new Client().send(`/api/auth/csrf?callbackUrl=${mark}`);
  await new Client().send(`/api/auth/error?error=${mark}`);
  for (const name of ["callback-url", "session-token"]) {
    const browser = new Client();
    browser.cookies.set(`next-auth.${name}`, mark);
    expect((await browser.send("/api/auth/session")).status).toBe(200);
  }
  const last = (await new Client().send(`/livestreams?q=${mark}`)).headers.get("x-request-id");
  await until("the last request is in the log", () => appLog().includes(`"requestId":"${last}"`));
  expect(lineWith(mark)).toBeUndefined();
  expect(appLog()).not.toContain("Server Action");
});

test("no line of the app names a person, whatever they do or fail to do", async () => {
  const [host, stranger] = [await anAccount(unique("Person")), new Client()];
  const mint = await aLiveShow(host);
  const guest = await aGuestWaiting(await anInvite(host, mint), unique("Guest"));
  await admit(host, guest);
  await say(host.api, mint, unique("said"));
  await host.api.send(`/accounts/${host.handle}/nothing`);
  await stranger.send(`/@${host.handle}`, { headers: { accept: "text/html" } });
  await stranger.call(login, { body: { email: host.email, password: unique("wrong") } });
  const last = (await host.api.send(`/accounts/${host.handle}`)).headers.get("x-request-id");
  await until("the last request is in the log", () => appLog().includes(`"requestId":"${last}"`));
  const people = [host.name, host.handle, host.email, host.id, guest.identity];
  for (const personal of [...people, host.api.address, guest.browser.address, stranger.address]) {
    expect(lineWith(personal)).toBeUndefined();
  }
});

test("an app whose log cannot be written goes on, and does not try to log that", async () => {
  // A mail server that hangs up, which the app logs after its answer.
  let calls = 0;
  const mail = createServer((socket) => {
    calls++;
    socket.destroy();
  }).listen(0, "127.0.0.1");
  await once(mail, "listening");
  const { port } = mail.address() as AddressInfo;
  const app = await anotherApp({
    SMTP_URL: `smtp://127.0.0.1:${port}`,
    MAIL_FROM: "greenroom@example.org",
  });
  try {
    app.closeLog();
    const stranger = new Client(undefined, undefined, app.url);
    const { email } = await anAccount();
    await stranger.ok(forgotPassword, { body: { email } });
    await until("the mail server was called", () => calls > 0);
    for (let visits = 0; visits < 5; visits++) {
      expect((await stranger.send("/healthz")).status).toBe(200);
    }
    expect(await app.uncaught()).toBe(0);
  } finally {
    await app.stop();
    mail.close();
  }
});
