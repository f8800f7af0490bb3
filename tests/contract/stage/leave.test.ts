import { afterAll, expect, test } from "vitest";
import { addMember, removeMember } from "@/lib/contracts/livestreams";
import { featureViewer, listFeatured, unfeatureViewer } from "@/lib/contracts/stage";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLiveShow, anAccount, aViewerToken, type Person } from "@/tests/support/api/factories";
import { connected, hangUpAll, participantsOf } from "@/tests/support/api/signal";
import { identityOf } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";

const [ada, bob, cleo] = await Promise.all([anAccount("Ada"), anAccount("Bob"), anAccount("Cleo")]);
afterAll(hangUpAll);

const leave = (by: Person, mint: string, identity: string) =>
  by.api.call(unfeatureViewer, { params: { mint, identity } });
const featuredIn = async (mint: string) =>
  (await ada.api.ok(listFeatured, { params: { mint } })).featured.map(({ account }) => account.id);

async function featured(viewer: Person, mint: string): Promise<string> {
  const token = await aViewerToken(viewer, mint, false);
  const identity = identityOf(token);
  await connected(token);
  await ada.api.ok(featureViewer, { params: { mint }, body: { identity } });
  return identity;
}

test("200: a featured viewer can leave, by identity or account, and does not learn who else is featured", async () => {
  const mint = await aLiveShow(ada);
  const others = await featured(cleo, mint);
  for (const subject of [await featured(bob, mint), bob.id]) {
    const answer = await leave(bob, mint, subject);
    expect([answer.status, answer.body]).toEqual([200, { featured: [] }]);
  }
  expect(await featuredIn(mint)).toEqual([cleo.id]);
  await until("Bob only watches", async () => {
    const found = (await participantsOf(mint)).filter(({ identity }) => identity !== others);
    return found.length === 1 && found[0]?.permission?.canPublish === false;
  });
});

test("403: another viewer's place and an unknown identity get the same answer", async () => {
  const mint = await aLiveShow(ada);
  const identity = await featured(cleo, mint);
  const refusals = [
    await leave(bob, mint, identity),
    await leave(bob, mint, cleo.id),
    await leave(bob, mint, "v_nobody1234"),
  ].map((answer) => expectProblem(answer, 403, "not-allowed"));
  expect(new Set(refusals.map(({ detail }) => detail)).size).toBe(1);
  expect(await featuredIn(mint)).toEqual([cleo.id]);
});

test("404: a viewer who is no longer allowed to watch a private show", async () => {
  const mint = await aLiveShow(ada, "private");
  const params = { mint };
  await ada.api.ok(addMember, { params, body: { handle: bob.handle, role: "viewer" } });
  const identity = await featured(bob, mint);
  await ada.api.ok(removeMember, { params: { mint, accountId: bob.id } });
  expectProblem(await leave(bob, mint, identity), 404, "livestream-not-found");
});
