import { connectsWithOwnClient, triesToPublish } from "@/tests/support/browser/people/own-client";
import { passesTheGate } from "../support/api/gate";
import { openSignal } from "../support/api/signal";
import { claimsOf } from "../support/api/tokens";
import { expect, test } from "../support/browser/test";

/** The gate's answer to anyone with this token, in any client. */
const atTheGate = async (token: string) => (await openSignal(token)).status;

test("a denied guest is told so, and is refused with the same link, cookie and token", async ({
  host,
  guest,
}) => {
  await host.goesLive();
  await guest.knocks(await host.invites());
  await host.seesReady("Ada");
  const tokens = [await guest.tokens.first(), await guest.tokens.newest()];
  for (const token of tokens) expect(await passesTheGate(token)).toBe(true);

  await host.denies("Ada");
  await guest.isToldDenied();
  await host.seesNobodyWaiting();

  await test.step("reloading and visiting again change nothing", async () => {
    await guest.reloads();
    await guest.isToldDenied();
    await guest.opensInviteAgain();
    await guest.isToldDenied();
  });

  await test.step("nor does asking without our page", async () => {
    expect(await guest.knocksByApi()).toEqual({ status: 403, code: "guest-denied" });
    for (const token of tokens) expect(await atTheGate(token)).toBe(401);
    await host.seesNobodyWaiting();
  });
});

test("a waiting guest cannot publish, not even with their own client", async ({
  host,
  viewer,
  guest,
}) => {
  const show = await host.goesLive();
  await guest.knocks(await host.invites());
  await host.seesReady("Ada");
  const token = await guest.tokens.newest();
  expect(claimsOf(token).video).toMatchObject({ hidden: true, canPublish: false });

  await viewer.watches(show);
  await viewer.seesPictureOf("Hanna");
  await connectsWithOwnClient(guest.page, token);
  expect(await triesToPublish(guest.page)).toMatch(/permission/i);
  await viewer.seesOnStage(1);
});

test("a removed guest stays out: replayed tokens are refused at the gate", async ({
  host,
  viewer,
  guest,
}) => {
  const show = await host.goesLive();
  await guest.knocks(await host.invites());
  await host.admits("Ada");
  await guest.isOnStage();
  await viewer.watches(show);
  await viewer.seesPictureOf("Ada");

  const knocked = await guest.tokens.first();
  const onStage = await guest.tokens.newest();
  expect(claimsOf(onStage).video).toMatchObject({ canPublish: true });
  expect(await passesTheGate(onStage)).toBe(true);

  await host.removes("Ada");
  await guest.isToldRemoved();
  await viewer.seesOnStage(1);
  await host.seesOnStage(1);

  expect(await atTheGate(knocked)).toBe(401);
  expect(await atTheGate(onStage)).toBe(401);
  expect(await guest.knocksByApi()).toEqual({ status: 403, code: "guest-removed" });
  await guest.reloads();
  await guest.isToldRemoved();
});

test("two hosts admit and deny at once: one outcome wins everywhere", async ({
  host,
  cohost,
  viewer,
  guest,
}) => {
  const show = await host.goesLive();
  await host.shares(show, cohost);
  await cohost.opensStudio(show);
  await cohost.isBackstage();
  await viewer.watches(show);
  await guest.knocks(await host.invites());
  await host.seesReady("Ada");
  await cohost.seesReady("Ada");

  // One of them is too late, and the browser reports the refusal.
  for (const each of [host, cohost]) each.watch.expects(/status of 409/);
  const presses = [await host.isAboutTo("Admit", "Ada"), await cohost.isAboutTo("Deny", "Ada")];
  await Promise.all(presses.map((press) => press()));

  await host.seesNobodyWaiting();
  await cohost.seesNobodyWaiting();
  if ((await guest.outcome()) === "admitted") {
    await guest.isOnStage();
    await viewer.seesPictureOf("Ada");
    await cohost.seesPictureOf("Ada");
  } else {
    await guest.isToldDenied();
    await viewer.seesPictureOf("Hanna");
    await viewer.seesOnStage(1);
    await cohost.seesOnStage(1);
  }
});
