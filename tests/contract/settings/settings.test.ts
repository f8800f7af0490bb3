import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { login } from "@/lib/contracts/accounts/auth";
import { readAuditLog } from "@/lib/contracts/admin/audit-log";
import {
  changeSettings,
  putLogo,
  readSettings,
  removeLogo,
} from "@/lib/contracts/admin/installation";
import { createLivestream, goLive } from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aPicture } from "@/tests/support/api/pictures";
import { signedUp } from "@/tests/support/api/sign-up";
import { until } from "@/tests/support/api/until";
import { anInstallation, type OwnInstallation } from "@/tests/support/own/installation";

const first = { INSTALLATION_NAME: "Analytical Society", KEEP_CHAT_DAYS: "400" };
let mine: OwnInstallation;
beforeAll(async () => {
  mine = await anInstallation(first);
}, 90_000);
afterAll(() => mine?.stop());

const changes = (body: object) => mine.admin.call(changeSettings, { body });
const page = (path: string, headers = {}, to = mine.app.url) =>
  new Client(null, undefined, to).send(path, { headers: { accept: "text/html", ...headers } });

async function someone(handle: string): Promise<Client> {
  const body = { email: `${handle}@example.org`, handle, name: handle, password: "long enough" };
  await signedUp(body, mine.stranger());
  const { token } = await mine.stranger().ok(login, { body });
  return new Client(token, undefined, mine.app.url);
}

test("the environment sets first values: another process with other ones changes nothing", async () => {
  const before = await mine.admin.ok(readSettings, {});
  expect(before).toMatchObject({
    ...{ name: "Analytical Society", keepChatDays: 400, keepPeopleDays: 90 },
    ...{ keepShowsDays: null, signUp: "open", imprint: null, logo: null },
  });
  const second = await mine.secondApp({ INSTALLATION_NAME: "Other", SIGN_UP: "closed" });
  expect((await page("/", {}, second.url)).text).toContain("<title>Analytical Society</title>");
  expect(await mine.admin.ok(readSettings, {})).toEqual(before);
  await second.stop();
}, 90_000);

test("200: a change shows in the other process as well, on pages, in the header and in link previews", async () => {
  const second = await mine.secondApp();
  for (const url of [mine.app.url, second.url]) await page("/", {}, url);
  await mine.admin.ok(changeSettings, { body: { name: "  The\u202e Society " } });
  const { text } = await page("/");
  expect(text).toContain("<title>The Society</title>");
  expect(text).toContain('aria-label="The Society home"');
  await until("the other process shows the name", async () =>
    (await page("/sign-in", {}, second.url)).text.includes("· The Society</title>"),
  );
  await second.stop();
}, 90_000);

test("200: a name that contains the placeholder of Next's titles", async () => {
  await mine.admin.ok(changeSettings, { body: { name: "Top%s" } });
  const [, title = ""] = /<title>(.*?)<\/title>/.exec((await page("/sign-in")).text) ?? [];
  expect(title.replace("\u2060", "")).toBe("Sign in · Top%s");
});

test("200: the prepared page of a live show follows the name", async () => {
  const hanna = await someone("hanna");
  const wanted = { title: "On air", visibility: "public" as const };
  const { mint } = await hanna.ok(createLivestream, { body: wanted });
  await hanna.ok(goLive, { params: { mint } });
  const opens = async () =>
    (await page(`/watch/${mint}`, { "upgrade-insecure-requests": "1" })).text;
  for (const name of ["Before", "After <b>"]) {
    await mine.admin.ok(changeSettings, { body: { name } });
    await until(`the page says ${name}`, async () => {
      const html = await opens();
      return (
        html.includes(`· ${name.replace("<b>", "&lt;b&gt;")}</title>`) &&
        html.includes(`content="${name.replace("<b>", "&lt;b&gt;")}"`)
      );
    });
  }
  expect(await opens()).not.toContain("Before");
});

test("the audit log names the settings that changed, and nothing for those that did not", async () => {
  await mine.admin.ok(changeSettings, {
    body: { keepEventsDays: 31, imprint: "Ada\n\n\n\nLondon" },
  });
  await mine.admin.ok(changeSettings, { body: { keepEventsDays: 31 } });
  await mine.admin.ok(changeSettings, { body: {} });
  const { entries } = await mine.admin.ok(readAuditLog, { query: { event: "settings_changed" } });
  expect(entries[0]).toMatchObject({ by: { name: "Founder" }, detail: "imprint keepEventsDays" });
  const [, second] = entries;
  expect(second?.detail).toBe("name");
});

test("404 and 200: imprint and privacy policy are pages while they have a text, which is plain", async () => {
  await changes({ imprint: null, privacy: null });
  for (const path of ["/imprint", "/privacy"]) expect((await page(path)).status).toBe(404);
  expect((await page("/")).text).not.toContain('href="/imprint"');
  const privacy = "We keep <b>nothing</b>.\n\nSee https://example.com/data.";
  await mine.admin.ok(changeSettings, { body: { privacy } });
  const { status, text } = await page("/privacy");
  expect(status).toBe(200);
  expect(text).toContain("We keep &lt;b&gt;nothing&lt;/b&gt;.");
  expect(text).toContain('href="https://example.com/data"');
  expect((await page("/sign-up")).text).toContain('href="/privacy"');
  expect((await page("/join")).text).toContain('\\"href\\":\\"/privacy\\"');
  expect((await page("/imprint")).status).toBe(404);
  expect(await mine.admin.ok(changeSettings, { body: { privacy: " \n" } })).toMatchObject({
    privacy: null,
  });
});

test("200: a logo keeps its transparency, is small and cacheable forever; its path is in the pages", async () => {
  const square = sharp({
    create: { width: 800, height: 800, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
  });
  const body = new Uint8Array(await square.png().toBuffer());
  const { logo } = await mine.admin.ok(putLogo, { body });
  const answer = await fetch(new URL(logo ?? "/none", mine.app.url));
  expect(answer.headers.get("content-type")).toBe("image/webp");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(await sharp(bytes).metadata()).toMatchObject({ height: 128, width: 128, hasAlpha: true });
  expect((await page("/")).text).toContain(`src="${logo}"`);
  const again = await mine.admin.ok(putLogo, { body: await aPicture() });
  expect(again.logo).not.toBe(logo);
  expect((await fetch(new URL(logo ?? "", mine.app.url))).status).toBe(404);
  expect((await mine.admin.ok(removeLogo, {})).logo).toBeNull();
  expect((await page("/")).text).not.toContain("/installation/logo");
});

test.each([
  [{ name: " " }, "name"],
  [{ name: "x".repeat(51) }, "name"],
  [{ signUp: "sometimes" }, "signUp"],
  [{ signUp: "domains" }, "signUpDomains"],
  [{ signUpDomains: ["example.com", "not a domain"] }, "signUpDomains"],
  [{ signUpDomains: ["пример.рф"] }, "signUpDomains"],
  [{ keepChatDays: 0 }, "keepChatDays"],
  [{ keepShowsDays: 4000 }, "keepShowsDays"],
  [{ imprint: "x".repeat(60_001) }, "imprint"],
])("400: %j", async (body, field) => {
  const { errors } = expectProblem(await changes(body), 400, "invalid-request");
  expect(Object.keys(errors ?? {})).toEqual([field]);
});

test("403: an admin whose role is taken or who is suspended while the request waits", async () => {
  const body = { name: "Mallory’s" };
  const mallory = await someone("mallory");
  for (const now of ["role = 'user'", "role = 'admin', suspended_at = now()"]) {
    await mine.sql(
      "update accounts set role = 'admin', suspended_at = null where handle = 'mallory'",
    );
    // Holds the settings, until the request has passed the check of its session.
    const held = await mine.hold("select from accounts where handle = 'mallory' for update");
    const answer = mallory.call(changeSettings, { body });
    await held.release(`update accounts set ${now} where handle = 'mallory'`);
    expectProblem(await answer, 403, "not-allowed");
  }
  expect((await mine.admin.ok(readSettings, {})).name).not.toBe(body.name);
});

test("409: a change with the state it was based on, after another one; without, it is made", async () => {
  const { changedAt } = await mine.admin.ok(readSettings, {});
  const after = await mine.admin.ok(changeSettings, { body: { changedAt, keepChatDays: null } });
  const late = { changedAt, keepChatDays: 30, signUpDomains: ["example.com"] };
  expectProblem(await changes(late), 409, "settings-changed");
  expect(await mine.admin.ok(readSettings, {})).toEqual(after);
  await mine.admin.ok(changeSettings, { body: { changedAt: after.changedAt, keepChatDays: 365 } });
  await mine.admin.ok(changeSettings, { body: { keepChatDays: 366 } });
});

test("403: an admin who changes retention, which is the super admin’s; other settings are theirs", async () => {
  const alan = await someone("alan");
  await mine.sql("update accounts set role = 'admin' where handle = 'alan'");
  const before = await mine.admin.ok(readSettings, {});
  for (const field of ["Events", "Sessions", "People", "Chat", "Shows"]) {
    const body = { [`keep${field}Days`]: 1, name: "Alan’s" };
    expectProblem(await alan.call(changeSettings, { body }), 403, "not-allowed");
  }
  expect(await mine.admin.ok(readSettings, {})).toEqual(before);
  const { keepChatDays } = before;
  const same = await alan.ok(changeSettings, { body: { keepChatDays, name: "Alan’s" } });
  expect(same.name).toBe("Alan’s");
});

test("200: two legal texts in a script of three bytes a letter; 413: too much for one request", async () => {
  const long = "文".repeat(20_000);
  const both = await mine.admin.ok(changeSettings, { body: { imprint: long, privacy: long } });
  expect(both).toMatchObject({ imprint: long, privacy: long });
  const privacy = "文".repeat(60_000);
  expect((await mine.admin.ok(changeSettings, { body: { privacy } })).privacy).toBe(privacy);
  expectProblem(await changes({ imprint: privacy, privacy }), 413, "body-too-large");
  await mine.admin.ok(changeSettings, { body: { imprint: null, privacy: null } });
});

test("two changes at once both count", async () => {
  await Promise.all([changes({ keepPeopleDays: 91 }), changes({ keepSessionsDays: 32 })]);
  const settings = await mine.admin.ok(readSettings, {});
  expect(settings).toMatchObject({ keepPeopleDays: 91, keepSessionsDays: 32 });
});
