import { unique } from "../support/browser/accounts";
import { expect, test } from "../support/browser/test";

test("somebody makes an API key, uses it where they are not signed in, and revokes it", async ({
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
    await host.button("Make key").click();
    await host.reads("Give the key a name.");
    await page.getByLabel("Name").fill(name);
    await host.button("Make key").click();
    await host.reads("Choose what the key may do.");
  });

  const key = await test.step("reads the key, this once", async () => {
    await page.getByRole("checkbox", { name: /^Read livestreams/ }).check();
    await host.button("Make key").click();
    const shown = await page.getByLabel("Key", { exact: true }).inputValue();
    await host.button("Done").click();
    await host.reads("Not used yet");
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

  await test.step("sees its last use, and revokes it", async () => {
    await host.reloads();
    await host.reads(/^Last used/);
    await page.getByRole("button", { name: `Revoke ${name}` }).click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Revoke" }).click();
    await host.reads("You have no keys.");
    expect((await server.get("/auth/my-profile")).status()).toBe(401);
  });
  await server.dispose();

  await test.step("a stranger is asked to sign in", async () => {
    const stranger = await cast.passerBy();
    await stranger.opens("/account");
    await expect(stranger.page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  });
});

test("the API's page lists every endpoint and calls this server as who reads it", async ({
  host,
}) => {
  const { page } = host;
  await host.opens("/docs/api");
  const document = await (await page.request.get("/openapi.json")).json();
  const operations = Object.values<object>(document.paths).flatMap((path) => Object.keys(path));
  await expect(page.locator(".opblock")).toHaveCount(operations.length);
  const operation = page.locator("#operations-Authentication-myProfile");
  await operation.locator(".opblock-summary-control").click();
  await operation.getByRole("button", { name: "Execute" }).click();
  await expect(operation.locator(".live-responses-table")).toContainText(host.account.handle);
});

test("opened by another name of this server, the API's page calls it by that name", async ({
  cast,
  baseURL,
}) => {
  const named = new URL(baseURL ?? "");
  named.hostname = named.hostname === "localhost" ? "127.0.0.1" : "localhost";
  const { page } = await cast.passerBy();
  await page.goto(new URL("/docs/api", named).href);
  const operation = page.locator("#operations-Livestreams-listLivestreams");
  await operation.locator(".opblock-summary-control").click();
  await operation.getByRole("button", { name: "Execute" }).click();
  const response = operation.locator(".live-responses-table");
  await expect(response).toContainText("nextCursor");
  await expect(operation.locator(".request-url")).toContainText(named.origin);
});
