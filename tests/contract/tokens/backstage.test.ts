import { expect, test } from "vitest";
import { backstageToken, hostToken } from "@/lib/contracts/tokens";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  admit,
  aGuestWaiting,
  aLivestream,
  anAccount,
  anInvite,
} from "@/tests/support/api/factories";
import { claimsOf } from "@/tests/support/api/tokens";

test("200: a host who also joined as a guest gets the identity they ask for; 403: without that role", async () => {
  const ada = await anAccount("Ada");
  const { mint } = await aLivestream(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  await admit(ada, guest, "admit", "backstage");
  const both = new Client(ada.api.bearer);
  for (const [name, value] of guest.browser.cookies) both.cookies.set(name, value);
  const params = { mint };
  const identityAs = async (as?: "host" | "guest") =>
    claimsOf((await both.ok(backstageToken, { params, body: as ? { as } : {} })).token).sub;
  expect(await identityAs("guest")).toBe(guest.identity);
  expect(await identityAs("host")).toBe(ada.id);
  expect(await identityAs()).toBe(ada.id);
  const asGuest = await ada.api.call(backstageToken, { params, body: { as: "guest" } });
  expectProblem(asGuest, 403, "not-allowed");
  const asHost = await guest.browser.call(backstageToken, { params, body: { as: "host" } });
  expectProblem(asHost, 403, "not-allowed");
});

test("200: reconnecting backstage too often leaves a host's tokens for the show", async () => {
  const ada = await anAccount("Ada");
  const { mint } = await aLivestream(ada);
  const asks = () => ada.api.call(backstageToken, { params: { mint }, body: {} });
  while ((await asks()).status === 200);
  expectProblem(await asks(), 429, "too-many-requests");
  await ada.api.ok(hostToken, { query: { mint, creator: ada.id } });
});
