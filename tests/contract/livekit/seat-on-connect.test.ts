import { expect, test } from "vitest";
import { logout } from "@/lib/contracts/accounts/auth";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { refreshToken, viewerPass } from "@/lib/contracts/tokens";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aLiveShow,
  anAccount,
  anUnusedViewerToken,
  aViewerToken,
  signedIn,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { claimsOf, identityOf } from "@/tests/support/api/tokens";

const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);

const seatsOf = (identity: string) =>
  sql("select account_id, hidden, name from participants where identity = $1", [identity]);

test("a viewer's token creates no row until they connect, and then one, however often they connect", async () => {
  const mint = await aLiveShow(ada);
  const { pass } = await new Client().ok(viewerPass, { params: { mint } });
  const tokens = {
    anonymous: [pass?.token ?? "", { account_id: null, hidden: true, name: "" }],
    hidden: [
      await anUnusedViewerToken(bob, mint, true),
      { account_id: bob.id, hidden: true, name: "" },
    ],
    visible: [
      await anUnusedViewerToken(bob, mint, false),
      { account_id: bob.id, hidden: false, name: "Bob" },
    ],
  } as const;
  for (const [token, row] of Object.values(tokens)) {
    expect(await seatsOf(identityOf(token))).toEqual([]);
    expect(await passesTheGate(token)).toBe(true);
    expect(await passesTheGate(token)).toBe(true);
    expect(await seatsOf(identityOf(token))).toEqual([row]);
  }
});

test("401: a first connect with a token whose session ended after it was issued", async () => {
  const mint = await aLiveShow(ada);
  const api = await signedIn(bob);
  for (const hidden of [true, false]) {
    const token = await anUnusedViewerToken({ ...bob, api }, mint, hidden);
    expect(await passesTheGate(await anUnusedViewerToken({ ...bob, api }, mint, hidden))).toBe(
      true,
    );
    await api.ok(logout, {});
    expect(await passesTheGate(token)).toBe(false);
    Object.assign(api, await signedIn(bob));
  }
});

for (const ban of [true, false]) {
  test(`401: a first connect with a token whose account was ${ban ? "banned" : "removed"} after it was issued`, async () => {
    const mint = await aLiveShow(ada);
    const unused = await anUnusedViewerToken(bob, mint, true);
    const body = { identity: identityOf(await aViewerToken(bob, mint, false)), ban };
    await ada.api.ok(removeParticipant, { params: { mint }, body });
    expect(await passesTheGate(unused)).toBe(false);
    const next = await bob.api.call(viewerPass, { params: { mint } });
    expect(next.status).toBe(ban ? 403 : 200);
  });
}

test("200: a token that never connected is renewed for its own account only", async () => {
  const mint = await aLiveShow(ada);
  const unused = await anUnusedViewerToken(bob, mint, true);
  const body = { token: unused };
  expectProblem(await new Client().call(refreshToken, { body }), 401, "not-signed-in");
  expectProblem(await ada.api.call(refreshToken, { body }), 403, "not-allowed");
  const { token } = await bob.api.ok(refreshToken, { body });
  expect(claimsOf(token)).toMatchObject({ sub: identityOf(unused), video: { hidden: true } });
  expect(await passesTheGate(token)).toBe(true);
});
