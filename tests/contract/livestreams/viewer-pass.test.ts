import { expect, test } from "vitest";
import { endLivestream, readLivestream } from "@/lib/contracts/livestreams";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { viewerPass } from "@/lib/contracts/tokens";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aLiveShow,
  aLivestream,
  anAccount,
  aViewerToken,
  join,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { claimsOf, identityOf, lifeSecondsOf } from "@/tests/support/api/tokens";

const nobody = new Client();
const [ada, bob] = await Promise.all([anAccount(), anAccount()]);

const ask = (client: Client, mint: string) => client.call(viewerPass, { params: { mint } });

for (const visibility of ["public", "unlisted"] as const) {
  test(`200: without an account, a hidden viewer's token for a live ${visibility} show`, async () => {
    const mint = await aLiveShow(ada, visibility);
    const { livestream, pass } = await nobody.ok(viewerPass, { params: { mint } });
    expect(livestream).toEqual(await nobody.ok(readLivestream, { params: { mint } }));
    const token = pass?.token ?? "";
    expect(claimsOf(token)).toMatchObject({
      sub: expect.stringMatching(/^v_/),
      attributes: { role: "viewer" },
      video: {
        room: mint,
        roomJoin: true,
        canPublish: false,
        canSubscribe: true,
        canPublishData: false,
        canUpdateOwnMetadata: false,
        hidden: true,
      },
    });
    expect(claimsOf(token).name ?? "").toBe("");
    expect(lifeSecondsOf(token)).toBe(600);
    expect(await passesTheGate(token)).toBe(true);
  });
}

test("200: no token before or after the show", async () => {
  const { mint } = await aLivestream(ada);
  const before = await nobody.ok(viewerPass, { params: { mint } });
  expect([before.livestream.status, before.pass]).toEqual(["scheduled", null]);
  await ada.api.ok(endLivestream, { params: { mint } });
  const after = await nobody.ok(viewerPass, { params: { mint } });
  expect([after.livestream.status, after.pass]).toEqual(["cancelled", null]);
});

test("404: a private show, for a stranger; 200: for an allowed viewer", async () => {
  const mint = await aLiveShow(ada, "private");
  const none = await ask(nobody, "NoSuchShow123456");
  expectProblem(none, 404, "livestream-not-found");
  expect((await ask(nobody, mint)).text).toBe(none.text);
  expect((await ask(bob.api, mint)).text).toBe(none.text);
  await join(ada, mint, bob, "viewer");
  expect((await ask(bob.api, mint)).status).toBe(200);
});

test("403: a banned account", async () => {
  const mint = await aLiveShow(ada);
  const identity = identityOf(await aViewerToken(bob, mint, false));
  await ada.api.ok(removeParticipant, { params: { mint }, body: { identity, ban: true } });
  expectProblem(await ask(bob.api, mint), 403, "banned");
});

test("400: an invalid mint", async () => {
  expectProblem(await nobody.send("/livestreams/a-b/viewer-pass", { method: "POST" }), 400);
});
