import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { myProfile } from "@/lib/contracts/accounts/auth";
import { guestState } from "@/lib/contracts/guests";
import { listInvites } from "@/lib/contracts/invites";
import { Client } from "@/tests/support/api/client";
import {
  aLiveShow,
  anAccount,
  anInvite,
  anUnusedViewerToken,
  type Invite,
  type Person,
  signedIn,
} from "@/tests/support/api/factories";
import { signInByPage } from "@/tests/support/api/pages";
import { hangUpAll, openSignal } from "@/tests/support/api/signal";
import { aFreePort } from "@/tests/support/free-port";
import { processesOf, type Started } from "./fresh-copy";
import { Installation, stop } from "./installation";

let copy: Installation;

beforeAll(async () => {
  copy = await Installation.make();
  await copy.takesWhatIsBuilt();
});

afterAll(() => copy.remove());

/** As in another terminal, without the settings that Greenroom was started with. */
async function greenroom(args: string[], env: Record<string, string> = {}) {
  const started = copy.npm(["run", "--silent", "greenroom", "--", ...args], { PORT: "", ...env });
  const code = await started.exited;
  const text = started.output();
  expect(text).not.toMatch(/^ {4}at /m);
  return { code, text };
}

async function setPassword(link: string, password: string): Promise<number> {
  const body = JSON.stringify({ token: new URL(link).hash.slice(1), password });
  const headers = { "content-type": "application/json" };
  const init = { method: "POST", headers, body };
  return (await fetch(`http://127.0.0.1:${copy.port}/auth/reset-password`, init)).status;
}

const linkIn = (text: string) => /\S+\/reset-password#\S+/.exec(text)?.[0] ?? "no link";
/** The lines of the output, without those that say what takes its time. */
const linesIn = (text: string) =>
  text.split("\n").filter((line) => line && !line.includes("PostgreSQL"));

const secretsIn = (folder: string): Record<string, string> =>
  JSON.parse(readFileSync(join(copy.folder, folder, "secrets.json"), "utf8"));

describe("before the first start", () => {
  test("creates the database, has no accounts, and leaves nothing running", async () => {
    const listed = await greenroom(["accounts"]);
    expect(linesIn(listed.text)).toEqual(["There are no accounts yet."]);
    expect(listed.code).toBe(0);
    expect(processesOf(copy.folder)).toEqual([]);
    expect(existsSync(join(copy.folder, ".data", "running.json"))).toBe(false);
  });

  test("an unknown command prints the commands", async () => {
    const { code, text } = await greenroom(["reset"]);
    expect(text).toContain("There is no command “reset”.");
    expect(text).toContain("reset-password <handle>");
    expect(code).toBe(1);
  });

  test("a PostgreSQL of one's own that does not answer is named, without its password", async () => {
    const at = `127.0.0.1:${await aFreePort()}`;
    const { code, text } = await greenroom(["accounts"], {
      DATABASE_URL: `postgres://ada:engine@${at}/greenroom`,
    });
    expect(text).toContain(`Greenroom cannot reach the database at ${at}`);
    expect(text).not.toContain("engine");
    expect(code).toBe(1);
  });
});

describe("while Greenroom runs", () => {
  let running: Started;
  let early: string;

  beforeAll(async () => {
    running = copy.start();
    await running.says("Greenroom is running:", 800_000);
  });

  test("check names what is missing, and everything that works", async () => {
    const before = await greenroom(["check"]);
    expect(before.text).toContain("bad  There is no super admin yet.");
    expect(before.code).toBe(1);
    const [, code = ""] = /sign-up\?code=(\S+)/.exec(running.output()) ?? [];
    expect(await copy.signUpThroughProxy("olga", { code: decodeURIComponent(code) })).toBe(
      "super_admin",
    );
    const after = await greenroom(["check"]);
    const url = `http://localhost:${copy.port}`;
    expect(linesIn(after.text)).toEqual([
      `ok   The app answers at ${url}.`,
      "ok   There is a super admin.",
      "ok   The database answers.",
      "ok   LiveKit answers.",
      `warn No webhook has arrived yet. If a show has been live, configure LiveKit to send them to ${url}/livekit/webhook.`,
      "ok   Media works on this machine and in its own network.",
      expect.stringMatching(/^note The LiveKit that Greenroom runs has no TURN server/),
      "note Email isn’t set up: only an admin can reset a password. Set SMTP_URL and MAIL_FROM.",
      `ok   PUBLIC_URL is ${url}, which works on this machine only.`,
      "ok   The clocks of the app, the database and LiveKit agree.",
      expect.stringMatching(/^(?:ok {3}|warn Only )[\d,.]+ GB are free\.$/),
    ]);
    expect(after.code).toBe(0);
  });

  test("make-admin and accounts", async () => {
    expect(await copy.signUpThroughProxy("ada", {})).toBe("user");
    expect((await greenroom(["make-admin", "@Ada"])).text).toBe("@ada is now an admin.\n");
    const { text } = await greenroom(["accounts"]);
    const today = new Date().toISOString().slice(0, 10);
    expect(text).toMatch(/^@olga\tolga\tolga@example\.org\tsuper_admin\t/m);
    expect(text).toContain(`@ada\tada\tada@example.org\tadmin\t${today}\n`);
  });

  test("reset-password prints a link to the running Greenroom that works once", async () => {
    const { text } = await greenroom(["reset-password", "ada"]);
    expect(text).not.toContain("not running");
    const link = linkIn(text);
    expect(link).toContain(`http://localhost:${copy.port}/`);
    expect(await setPassword(link, "the engine weaves on")).toBe(200);
    expect(await setPassword(link, "the engine weaves on")).toBe(410);
    early = linkIn((await greenroom(["reset-password", "olga"])).text);
  });

  afterAll(async () => {
    await stop(running);
  });

  describe("once it is stopped", () => {
    beforeAll(async () => {
      await stop(running);
    });

    test("starts PostgreSQL, answers, and stops it again", async () => {
      const { code, text } = await greenroom(["accounts"]);
      expect(text).toMatch(/^@olga\t/m);
      expect(code).toBe(0);
      const checked = await greenroom(["check"]);
      expect(checked.text).toContain("note The app is not running: start it with npm start.");
      expect(checked.text).not.toContain("bad");
      expect(checked.code).toBe(0);
      expect(processesOf(copy.folder)).toEqual([]);
    });

    test("a backup is restored into an empty data folder, with the same keys", async () => {
      const file = join(copy.folder, "saved.backup");
      const data = { DATA_DIR: join(copy.folder, ".data-restored") };
      expect((await greenroom(["backup", "saved.backup"])).code).toBe(0);
      expect((await greenroom(["restore", file], data)).code).toBe(0);
      expect((await greenroom(["accounts"], data)).text).toMatch(/^@olga\t/m);
      const again = await greenroom(["restore", file], data);
      expect(again.text).toContain("There is an installation in this database already.");
      expect(again.code).toBe(1);
      expect(secretsIn(".data-restored")).toEqual(secretsIn(".data"));
      expect(processesOf(copy.folder)).toEqual([]);
    });

    test("a link created now works at the next start, and replaces the one before", async () => {
      const { text } = await greenroom(["reset-password", "olga"], { PORT: String(copy.port) });
      expect(text).toContain("Greenroom is not running: start it before you open the link.");
      running = copy.start();
      await running.says("Greenroom is running:", 60_000);
      expect(await setPassword(early, "the engine weaves on")).toBe(410);
      expect(await setPassword(linkIn(text), "the engine weaves on")).toBe(200);
    });

    describe("change-keys", () => {
      let host: Person;
      let mint: string;
      let page: Client;
      let invite: Invite;
      let viewerToken: string;

      async function restarts(): Promise<void> {
        await stop(running);
        expect((await greenroom(["change-keys"])).code).toBe(0);
        running = copy.start();
        await running.says("Greenroom is running:", 60_000);
      }

      /** How everything that was handed out before is answered. */
      async function answers() {
        const state = (inviteToken: string) =>
          new Client().call(guestState, { body: { inviteToken } });
        const code = new URL(invite.shortUrl).pathname.replace("/j/", "");
        const asked = await Promise.all([
          host.api.call(myProfile, {}),
          state(invite.token),
          state(code),
          openSignal(viewerToken),
        ]);
        // A copy, because next-auth answers with a new cookie.
        const { text } = await page.copy().send("/api/auth/session");
        return { statuses: asked.map(({ status }) => status), session: text !== "{}" };
      }

      async function linksToCopy(): Promise<string[]> {
        const { invites } = await host.api.ok(listInvites, { query: { roomId: mint } });
        return invites.map(({ url }) => url);
      }

      beforeAll(async () => {
        process.env.BASE_URL = `http://127.0.0.1:${copy.port}`;
        host = await anAccount();
        page = (await signInByPage(host)).browser;
        mint = await aLiveShow(host);
        invite = await anInvite(host, mint);
        viewerToken = await anUnusedViewerToken(host, mint, true);
      });

      afterAll(hangUpAll);

      test("refuses while Greenroom runs", async () => {
        const { code, text } = await greenroom(["change-keys"]);
        expect(text).toContain("Greenroom is already running here");
        expect(code).toBe(1);
      });

      test("changes every key; what was signed before stays valid, until the next change", async () => {
        const allValid = { statuses: [200, 200, 200, 101], session: true };
        const before = secretsIn(".data");
        expect(await answers()).toEqual(allValid);
        await restarts();
        expect(await answers()).toEqual(allValid);
        expect(await linksToCopy()).toEqual([invite.shortUrl]);
        await restarts();
        expect(await answers()).toEqual({ statuses: [401, 404, 404, 401], session: false });
        const after = JSON.stringify(secretsIn(".data"));
        for (const key of ["sessionSecret", "apiJwtSecret", "inviteKey", "livekitApiSecret"]) {
          expect(after).not.toContain(before[key]);
        }
        host.api = await signedIn(host);
        expect(await linksToCopy()).toEqual([expect.stringContaining("/join?invite_token=")]);
      });
    });
  });
});
