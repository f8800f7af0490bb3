import { expect, test } from "vitest";
import { addMember, listMembers, type Member, removeMember } from "@/lib/contracts/livestreams";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aHostToken,
  aLiveShow,
  aLivestream,
  anAccount,
  aViewerToken,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";

const [ada, bob, cleo] = await Promise.all([anAccount(), anAccount(), anAccount()]);

const person = ({ id, handle, name, picture }: Person) => ({ id, handle, name, picture });
const put = (by: Person, mint: string, { handle }: Pick<Person, "handle">, role: Member["role"]) =>
  by.api.call(addMember, { params: { mint }, body: { handle, role } });
const remove = (by: Person, mint: string, accountId: string) =>
  by.api.call(removeMember, { params: { mint, accountId } });

test("200: members are added by handle and listed for every host", async () => {
  const { mint } = await aLivestream(ada);
  expect(await ada.api.ok(listMembers, { params: { mint } })).toEqual({ members: [] });
  await put(ada, mint, bob, "host");
  const { body, status } = await put(ada, mint, { handle: cleo.handle.toUpperCase() }, "viewer");
  const members = [
    { account: person(bob), role: "host" },
    { account: person(cleo), role: "viewer" },
  ];
  expect(status).toBe(200);
  expect(body).toEqual({ members });
  expect(await bob.api.ok(listMembers, { params: { mint } })).toEqual({ members });
});

test("200: adding a member again changes the role, not the number of members", async () => {
  const { mint } = await aLivestream(ada);
  await put(ada, mint, bob, "viewer");
  await put(ada, mint, bob, "host");
  const { members } = await ada.api.ok(listMembers, { params: { mint } });
  expect(members).toEqual([{ account: person(bob), role: "host" }]);
});

test("200: removing someone twice, or someone who never was a member, changes nothing", async () => {
  const { mint } = await aLivestream(ada);
  await put(ada, mint, bob, "host");
  for (const id of [bob.id, bob.id, cleo.id]) {
    expect((await remove(ada, mint, id)).body).toEqual({ members: [] });
  }
});

test("401 at the gate: the token of a former co-host, whether dismissed or made a viewer", async () => {
  const livestream = await aLivestream(ada);
  const { mint } = livestream;
  await put(ada, mint, bob, "host");
  await put(ada, mint, cleo, "host");
  const tokens = [await aHostToken(bob, livestream), await aHostToken(cleo, livestream)];
  for (const token of tokens) expect(await passesTheGate(token)).toBe(true);
  await remove(ada, mint, bob.id);
  await put(ada, mint, cleo, "viewer");
  for (const token of tokens) expect(await passesTheGate(token)).toBe(false);
  expectProblem(await bob.api.call(listMembers, { params: { mint } }), 403, "not-allowed");
});

test("401 at the gate: the token of a viewer who is no longer allowed to watch a private show", async () => {
  const mint = await aLiveShow(ada, "private");
  await put(ada, mint, bob, "viewer");
  const token = await aViewerToken(bob, mint, true);
  expect(await passesTheGate(token)).toBe(true);
  await remove(ada, mint, bob.id);
  expect(await passesTheGate(token)).toBe(false);
  await expect(aViewerToken(bob, mint, true)).rejects.toThrow("404");
});

test("400: the creator cannot be a member, and cannot be removed", async () => {
  const livestream = await aLivestream(ada);
  const { mint } = livestream;
  const token = await aHostToken(ada, livestream);
  expectProblem(await put(ada, mint, ada, "viewer"), 400, "invalid-request");
  await remove(ada, mint, ada.id);
  expect(await passesTheGate(token), "the creator is still on air").toBe(true);
});

test("403: only the creator chooses members, not a co-host", async () => {
  const { mint } = await aLivestream(ada);
  await join(ada, mint, bob, "host");
  expectProblem(await put(bob, mint, cleo, "host"), 403, "not-allowed");
  expectProblem(await remove(bob, mint, bob.id), 403, "not-allowed");
});

test("403: a viewer cannot list members; 404: a private show, for a stranger", async () => {
  const open = await aLivestream(ada);
  const closed = await aLivestream(ada, { visibility: "private" });
  const of = (mint: string) => bob.api.call(listMembers, { params: { mint } });
  expectProblem(await of(open.mint), 403, "not-allowed");
  expectProblem(await of(closed.mint), 404, "livestream-not-found");
  expectProblem(await put(bob, closed.mint, cleo, "host"), 404, "livestream-not-found");
  expectProblem(await remove(bob, closed.mint, cleo.id), 404, "livestream-not-found");
});

test("404: an unknown handle", async () => {
  const { mint } = await aLivestream(ada);
  expectProblem(await put(ada, mint, { handle: "nobody_at_all" }, "host"), 404);
});

test("400: an invalid handle or role", async () => {
  const { mint } = await aLivestream(ada);
  for (const json of [{ handle: bob.handle }, { role: "host" }, { handle: "x y", role: "host" }]) {
    const answer = await ada.api.send(`/livestreams/${mint}/members`, { method: "PUT", json });
    expectProblem(answer, 400, "invalid-request");
  }
  const json = { handle: bob.handle, role: "creator" };
  const answer = await ada.api.send(`/livestreams/${mint}/members`, { method: "PUT", json });
  expectProblem(answer, 400, "invalid-request");
  expectProblem(await remove(ada, mint, "not-an-id"), 400, "invalid-request");
});
