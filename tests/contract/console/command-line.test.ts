import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isAdmin, myProfile } from "@/lib/contracts/accounts/auth";
import { createResetLink, resetPassword } from "@/lib/contracts/accounts/passwords";
import { readLivestream } from "@/lib/contracts/livestreams";
import { readSummary } from "@/lib/contracts/summary";
import { testDataDir } from "@/scripts/launcher/test-settings.mjs";
import { theSuperAdmin } from "@/tests/support/api/actors";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLiveShow, anAccount, unique } from "@/tests/support/api/factories";
import { greenroom } from "@/tests/support/api/greenroom";
import { Mailbox } from "@/tests/support/api/mailbox";
import { server } from "@/tests/support/api/server";

test("reset-password prints a link that works once, even for an admin", async () => {
  const ada = await anAccount("Ada Lovelace");
  await greenroom(["make-admin", ada.handle]);
  expect(await ada.api.ok(isAdmin, {})).toEqual({ isAdmin: true });
  const { code, out } = await greenroom(["reset-password", `@${ada.handle}`]);
  expect(code).toBe(0);
  const token = /\/reset-password#(\S+)/.exec(out)?.[1] ?? "";
  const body = { token, password: unique("new password") };
  expect(await new Client().ok(resetPassword, { body })).toEqual({ email: ada.email });
  expectProblem(await new Client().call(resetPassword, { body }), 410, "reset-link-invalid");
  expectProblem(await ada.api.call(myProfile, {}), 401, "not-signed-in");
});

test("make-admin deletes a reset link that an admin created earlier", async () => {
  const ada = await anAccount("Ada Lovelace");
  const { handle } = ada;
  const { url } = await (await theSuperAdmin()).ok(createResetLink, { params: { handle } });
  await greenroom(["make-admin", handle]);
  const body = { token: new URL(url).hash.slice(1), password: unique("new password") };
  expectProblem(await new Client().call(resetPassword, { body }), 410, "reset-link-invalid");
});

test("accounts lists everyone without control characters, end-show ends a show, check finds no fault", async () => {
  await theSuperAdmin();
  const ada = await anAccount("Ada \u{202e}Lovelace");
  const mint = await aLiveShow(ada);
  const { out } = await greenroom(["accounts"]);
  expect(out).toContain(`@${ada.handle}\tAda Lovelace\t${ada.email}\tuser\t`);
  expect((await greenroom(["end-show", mint, "No license"])).out).toContain("has ended.");
  const summary = await ada.api.ok(readSummary, { params: { mint } });
  expect(summary.forceEndReason).toBe("No license");
  expect(await ada.api.ok(readLivestream, { params: { mint } })).toMatchObject({ status: "ended" });
  const checked = await greenroom(["check"]);
  expect(checked.out).toContain(`The app answers at ${server.url}.`);
  expect(checked.out).toContain("Email isn’t set up");
  expect(checked).toMatchObject({ code: 0, err: "" });
});

test("check says that the mail server answers", async () => {
  const mailbox = await Mailbox.opens();
  const { out } = await greenroom(["check"], testDataDir, mailbox.settings);
  expect(out).toContain("The mail server 127.0.0.1 answers.");
  await mailbox.closes();
});

test("check says that the mail server does not answer", async () => {
  const mailbox = await Mailbox.opens();
  await mailbox.closes();
  const { code, err } = await greenroom(["check"], testDataDir, mailbox.settings);
  expect(code).toBe(1);
  expect(err).toContain("The mail server isn’t responding");
});

test.each([
  [["reset-password", "nobody_here"], "There is no account @nobody_here."],
  [["make-admin"], "make-admin takes one handle."],
  [["end-show", "none"], "end-show takes one mint and one reason."],
  [["end-show", "none", " "], "The reason must have 1 to 200 characters."],
  [["end-show", "none", "No license"], "This livestream doesn’t exist."],
  [["constructor"], "There is no command “constructor”."],
])("an error is one sentence, without a stack trace: %j", async (args, sentence) => {
  const { code, err } = await greenroom(args);
  expect(code).toBe(1);
  expect(err).toContain(sentence);
  expect(err).not.toMatch(/^ {4}at /m);
});

test("while Greenroom is stopped, it starts the database in its data folder and stops it again", async () => {
  const dataDir = mkdtempSync(join(tmpdir(), "greenroom-stopped-"));
  try {
    for (let times = 0; times < 2; times++) {
      const { code, err } = await greenroom(["reset-password", "ada"], dataDir);
      expect(err).toContain("There is no account @ada.");
      expect(code).toBe(1);
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}, 120_000);
