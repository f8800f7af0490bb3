import { afterAll, expect, test } from "vitest";
import { type AnotherApp, anotherApp } from "@/tests/support/api/another-app";
import { aLiveShow, anAccount, aViewerToken } from "@/tests/support/api/factories";
import { server } from "@/tests/support/api/server";

const ada = await anAccount();
const viewer = await aViewerToken(ada, await aLiveShow(ada), true);
const app: AnotherApp = await anotherApp({ AUTHORIZE_HEADER: "X-Original-URI" });
afterAll(() => app.stop());

const named = "x-original-uri";
const other = "x-forwarded-uri";

const ask = (headers: Record<string, string>, { search = "", base = app.url } = {}) =>
  fetch(`${base}/livekit/authorize${search}`, { headers });
const uri = (token: string) => `/rtc?auto_subscribe=1&access_token=${token}`;

test("204 and 401: the URL in the header that AUTHORIZE_HEADER names decides", async () => {
  for (const address of [uri(viewer), `https://live.example${uri(viewer)}`]) {
    const good = await ask({ [named]: address });
    expect([good.status, await good.text()]).toEqual([204, ""]);
    expect(good.headers.get("cache-control")).toBe("no-store");
  }
  const bad = await ask({ [named]: uri("nonsense") });
  expect([bad.status, bad.headers.get("cache-control")]).toEqual([401, "no-store"]);
});

test("401: neither another header nor the request's own query overrides it", async () => {
  const search = `?access_token=${viewer}`;
  expect((await ask({ [named]: uri("nonsense"), [other]: uri(viewer) })).status).toBe(401);
  expect((await ask({ [named]: uri("nonsense") }, { search })).status).toBe(401);
  expect((await ask({ [other]: uri(viewer) }, { search })).status).toBe(401);
});

test("401: text after a second question mark belongs to the query, as LiveKit reads it", async () => {
  const past = `/rtc?access_token=${viewer}&a=?&publish=x`;
  expect((await ask({ [named]: past })).status).toBe(401);
});

test("401: an unreadable URL", async () => {
  for (const address of ["", "http://[", "//", "http://:99999/rtc", "%"]) {
    expect((await ask({ [named]: address })).status, address).toBe(401);
  }
});

test("204 and 401: without the setting, only the query counts, and no header does", async () => {
  const { url: base } = server;
  expect((await ask({}, { base, search: `?access_token=${viewer}` })).status).toBe(204);
  for (const name of [named, other]) {
    expect((await ask({ [name]: uri(viewer) }, { base })).status).toBe(401);
    const search = "?access_token=nonsense";
    expect((await ask({ [name]: uri(viewer) }, { base, search })).status).toBe(401);
  }
});
