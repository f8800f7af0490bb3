import { resolve } from "node:path";
import type * as LiveKit from "livekit-client";
import { createApiKey } from "@/lib/contracts/accounts/api-keys";
import { goLive } from "@/lib/contracts/livestreams";
import { server } from "../support/api/server";
import { inRoom } from "../support/api/signal";
import { makeAccount, unique } from "../support/browser/accounts";
import { anotherSite } from "../support/browser/another-site";
import { expect, test } from "../support/browser/test";

test("a person creates an API key, uses it where they are not signed in, and revokes it", async ({
  cast,
  host,
  playwright,
  baseURL,
}) => {
  const name = unique("Recording server");
  const { page } = host;
  await host.opens("/account");
  await page.getByRole("button", { name: "New key" }).click();

  await test.step("is told what is missing", async () => {
    await host.button("Create key").click();
    await host.reads("Enter a name for the key.");
    await page.getByRole("dialog").getByLabel("Name").fill(name);
    await host.button("Create key").click();
    await host.reads("Choose at least one permission.");
  });

  const key = await test.step("reads the key, which is shown once", async () => {
    await page.getByRole("checkbox", { name: /^Read livestreams/ }).check();
    await host.button("Create key").click();
    const shown = await page.getByLabel("Key", { exact: true }).inputValue();
    await host.button("Done").click();
    await host.reads("Never used");
    await host.reloads();
    await host.reads(`…${shown.slice(-4)} · livestreams:read`);
    await expect(page.getByText(shown)).toHaveCount(0);
    return shown;
  });

  const server = await playwright.request.newContext({
    baseURL,
    extraHTTPHeaders: { authorization: `Bearer ${key}` },
  });
  const profile = await server.get("/auth/my-profile");
  expect(await profile.json()).toMatchObject({ handle: host.account.handle });

  await test.step("sees when it was last used, and revokes it", async () => {
    await host.reloads();
    await host.reads(/^Last used/);
    await page.getByRole("button", { name: `Revoke ${name}` }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
    await host.reads("You don’t have any keys yet.");
    expect((await server.get("/auth/my-profile")).status()).toBe(401);
  });
  await server.dispose();

  await test.step("a stranger is asked to sign in", async () => {
    const stranger = await cast.passerBy();
    await stranger.opens("/account");
    await expect(stranger.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
});

test("the API page lists every endpoint and calls this server as the signed-in reader", async ({
  host,
}) => {
  const { page } = host;
  await host.opens("/docs/api");
  const document = await (await page.request.get("/openapi.json")).json();
  const operations = Object.values<object>(document.paths).flatMap((path) => Object.keys(path));
  const listed = page.locator(".opblock");
  const seen = new Set<string>();
  await listed.first().hover();
  // Swagger UI draws only what is in sight, and a little more.
  await expect(async () => {
    for (const id of await listed.evaluateAll((all) => all.map(({ id }) => id))) seen.add(id);
    await page.mouse.wheel(0, 400);
    expect(seen.size).toBe(operations.length);
  }).toPass({ timeout: 60_000, intervals: [100] });
  await page.keyboard.press("Home");
  const operation = page.locator("#operations-Authentication-myProfile");
  await operation.locator(".opblock-summary-control").click();
  await operation.getByRole("button", { name: "Execute" }).click();
  await expect(operation.locator(".live-responses-table")).toContainText(host.account.handle);
});

test("opened at an endpoint, under another name of this server, the API page calls that name", async ({
  cast,
  baseURL,
}) => {
  const named = new URL(baseURL ?? "");
  named.hostname = named.hostname === "localhost" ? "127.0.0.1" : "localhost";
  const { page } = await cast.passerBy();
  await page.goto(new URL("/docs/api#/Livestreams/listLivestreams", named).href);
  const operation = page.locator("#operations-Livestreams-listLivestreams");
  await operation.getByRole("button", { name: "Execute" }).click();
  const response = operation.locator(".live-responses-table");
  await expect(response).toContainText("nextCursor");
  await expect(operation.locator(".request-url")).toContainText(named.origin);
});

test("LiveKit's client on a page of another site fetches its token with an API key, and joins the room", async ({
  cast,
  host,
}) => {
  const { mint } = await host.makesShow();
  await host.account.api.ok(goLive, { params: { mint } });
  const { api, id, name } = await makeAccount("Ada");
  const wish = { name: unique("Another site"), scopes: ["tokens" as const] };
  const { key } = await api.ok(createApiKey, { body: wish });
  const site = await anotherSite("");
  const { page } = await cast.passerBy();
  try {
    await page.goto(site.url);
    const umd = "node_modules/livekit-client/dist/livekit-client.umd.js";
    await page.addScriptTag({ path: resolve(umd) });
    const joined = await page.evaluate(
      async ({ url, key, roomName }) => {
        const { LivekitClient } = globalThis as unknown as { LivekitClient: typeof LiveKit };
        const source = LivekitClient.TokenSource.endpoint(`${url}/livekit/token`, {
          headers: { Authorization: `Bearer ${key}` },
        });
        const asked = { roomName, participantName: "Somebody else" };
        const { serverUrl, participantToken } = await source.fetch(asked);
        const room = new LivekitClient.Room();
        await room.connect(serverUrl, participantToken);
        const { identity, name } = room.localParticipant;
        return { state: room.state, room: room.name, identity, name };
      },
      { url: server.url, key, roomName: mint },
    );
    // The key decides who joins, not the requested name.
    expect(joined).toEqual({ state: "connected", room: mint, identity: id, name });
    expect(await inRoom(mint, id)).toBeDefined();
  } finally {
    site.close();
  }
});

test("a page of another site can read why it gets no token", async ({ cast }) => {
  const site = await anotherSite("");
  const person = await cast.passerBy();
  person.watch.expects(/401/);
  try {
    await person.page.goto(site.url);
    const refused = await person.page.evaluate(async (url) => {
      const answer = await fetch(url, {
        method: "POST",
        headers: { Authorization: "Bearer garbage", "Content-Type": "application/json" },
        body: JSON.stringify({ room_name: "a" }),
      });
      return { status: answer.status, problem: await answer.json() };
    }, `${server.url}/livekit/token`);
    expect(refused).toMatchObject({ status: 401, problem: { code: "not-signed-in" } });
  } finally {
    site.close();
  }
});
