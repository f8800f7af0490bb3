import { once } from "node:events";
import { createServer, type Socket } from "node:net";
import { afterAll, expect, test } from "vitest";
import { signUp } from "@/lib/contracts/accounts/auth";
import { forgotPassword } from "@/lib/contracts/accounts/email-links";
import { sendTestMail } from "@/lib/mail/send-test-mail";
import { anotherApp } from "@/tests/support/api/another-app";
import { Client } from "@/tests/support/api/client";
import { anAccount, unique } from "@/tests/support/api/factories";
import { Mailbox } from "@/tests/support/api/mailbox";
import { until } from "@/tests/support/api/until";
import { aFreePort } from "@/tests/support/free-port";

const port = await aFreePort();
const app = await anotherApp({
  SMTP_URL: `smtp://127.0.0.1:${port}`,
  MAIL_FROM: "greenroom@example.org",
});
afterAll(() => app.stop());

/** Less than any step of a delivery may take. */
const atOnceMs = 5_000;

async function asks() {
  const ada = await anAccount("Ada Lovelace");
  const handle = unique("d").slice(0, 20);
  const body = { email: `${handle}@example.org`, handle, name: "Ada", password: "long enough" };
  const stranger = new Client(null, undefined, app.url);
  const startedAt = performance.now();
  const forgot = await stranger.call(forgotPassword, { body: { email: ada.email } });
  const signsUp = await stranger.call(signUp, { body });
  expect([forgot.status, signsUp.status]).toEqual([202, 202]);
  expect(performance.now() - startedAt).toBeLessThan(atOnceMs);
  return { ada, body };
}

test("202: while the mail server is down, requests are answered as always, and the log says what was not sent", async () => {
  const { ada, body } = await asks();
  for (const what of ["a reset link", "a link that finishes a sign-up"]) {
    await until(`the log names ${what}`, () => app.said().includes(`${what} could not be sent`));
  }
  for (const secret of [ada.email, body.email, body.handle, "reset-password#", "sign-up#"]) {
    expect(app.said()).not.toContain(secret);
  }
});

test("202: while the mail server accepts connections and says nothing, requests are answered as always", async () => {
  const sockets: Socket[] = [];
  const silent = createServer((socket) => sockets.push(socket)).listen(port, "127.0.0.1");
  await once(silent, "listening");
  await asks();
  await until("the app has connected", () => sockets.length > 0);
  for (const socket of sockets) socket.destroy();
  silent.close();
});

test("a test mail is sent now, or fails with the reason", async () => {
  const mailbox = await Mailbox.opens();
  Object.assign(process.env, mailbox.settings);
  await sendTestMail("ada@example.org", "de");
  const { text } = await mailbox.letterTo("ada@example.org");
  expect(text).toContain("kann der Server E-Mails verschicken");
  const refused = sendTestMail("refused@example.org");
  // With the server's own words, but without the address that they quote.
  await expect(refused).rejects.toMatchObject({
    message: "EENVELOPE 550",
    answer: "550 no mailbox …@…",
  });
  await mailbox.closes();
});
