import { expect, test } from "vitest";
import { deleteChat, listMutes, mutePerson, postChat, unmutePerson } from "@/lib/contracts/chat";
import {
  addMember,
  editLivestream,
  type Member,
  readLivestream,
  removeMember,
} from "@/lib/contracts/livestreams";
import { liftRestriction, listRestrictions, removeParticipant } from "@/lib/contracts/restrictions";
import { featureViewer } from "@/lib/contracts/stage";
import type { Answer } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  aViewerToken,
  join,
  type Person,
  say,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { identityOf } from "@/tests/support/api/tokens";

const [ada, mo, bob, cleo] = (await Promise.all(
  ["Ada", "Mo", "Bob", "Cleo"].map((name) => anAccount(name)),
)) as [Person, Person, Person, Person];

/** A show of Ada's that Mo moderates. */
async function aModeratedShow(visibility: "public" | "private" = "public"): Promise<string> {
  const mint = await aLiveShow(ada, visibility);
  await join(ada, mint, mo, "moderator");
  return mint;
}

const change = (mint: string, { handle }: Person, role: Member["role"]) =>
  ada.api.ok(addMember, { params: { mint }, body: { handle, role } });
const mute = (by: Person, mint: string, subject: string) =>
  by.api.call(mutePerson, { params: { mint }, body: { subject } });
const remove = (by: Person, mint: string, identity: string, ban = false): Promise<Answer> =>
  by.api.call(removeParticipant, { params: { mint }, body: { identity, ban } });
const lift = (by: Person, mint: string, subject: string) =>
  by.api.call(liftRestriction, { params: { mint, subject } });
const post = (by: Person, mint: string) =>
  by.api.call(postChat, { params: { mint }, body: { text: "hi" } });
const slow = (by: Person, mint: string, slowModeSeconds = 30) =>
  by.api.call(editLivestream, { params: { mint }, body: { slowModeSeconds } });

test("200: a moderator deletes messages, and mutes and unmutes their authors", async () => {
  const mint = await aModeratedShow();
  const { seq } = await say(bob.api, mint, "something rude");
  const deleted = await mo.api.ok(deleteChat, { params: { mint, seq: `${seq}` } });
  expect(deleted.text).toBeNull();
  expect((await mute(mo, mint, bob.id)).status).toBe(200);
  expectProblem(await post(bob, mint), 403, "muted");
  const { mutes } = await mo.api.ok(listMutes, { params: { mint } });
  expect(mutes).toMatchObject([{ name: "Bob", createdBy: mo.id }]);
  await mo.api.ok(unmutePerson, { params: { mint, subject: bob.id } });
  expect((await post(bob, mint)).status).toBe(201);
});

test("200: a moderator removes and bans viewers, sees who is banned, and lifts the ban", async () => {
  const mint = await aModeratedShow();
  const token = await aViewerToken(bob, mint, false);
  expect((await remove(mo, mint, identityOf(token))).status).toBe(200);
  expect(await passesTheGate(token)).toBe(false);
  await say(cleo.api, mint, "something rude");
  expect((await remove(mo, mint, cleo.id, true)).status).toBe(200);
  expectProblem(await post(cleo, mint), 403, "banned");
  const { restrictions } = await mo.api.ok(listRestrictions, { params: { mint } });
  expect(restrictions).toMatchObject([{ kind: "ban", name: "Cleo", createdBy: "Mo" }]);
  expect((await lift(mo, mint, cleo.id)).status).toBe(200);
  expect((await post(cleo, mint)).status).toBe(201);
});

test("403: guests and viewers on stage are for hosts to remove, and their bans to lift", async () => {
  const mint = await aModeratedShow();
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  const identity = identityOf(await aViewerToken(bob, mint, false));
  await say(bob.api, mint, "hello");
  await ada.api.ok(featureViewer, { params: { mint }, body: { identity } });
  for (const each of [guest.identity, identity, bob.id]) {
    for (const ban of [false, true]) {
      const answer = await remove(mo, mint, each, ban);
      // Without a ban, there is no one under an author's id.
      if (each === bob.id && !ban) expectProblem(answer, 404, "participant-not-found");
      else expectProblem(answer, 403, "not-allowed");
    }
  }
  await remove(ada, mint, guest.identity, true);
  expectProblem(await lift(mo, mint, guest.identity), 403, "not-allowed");
  expect(await mo.api.ok(listRestrictions, { params: { mint } })).toEqual({ restrictions: [] });
});

test("403: nobody mutes or bans a host or another moderator", async () => {
  const mint = await aModeratedShow();
  await join(ada, mint, bob, "moderator");
  await join(ada, mint, cleo, "host");
  for (const each of [ada, bob, cleo]) {
    await say(each.api, mint, "hello");
    expectProblem(await mute(mo, mint, each.id), 403, "not-allowed");
    expectProblem(await remove(mo, mint, each.id, true), 403, "not-allowed");
  }
});

test("201: moderators write as such, and slow mode does not slow them", async () => {
  const mint = await aModeratedShow();
  expect((await slow(mo, mint)).status).toBe(200);
  const said = await say(mo.api, mint, "one");
  expect(said.author).toEqual({ subject: mo.id, name: "Mo", role: "moderator" });
  await say(mo.api, mint, "two");
});

test("200: moderators set the chat's rules; 403: nothing else about the show", async () => {
  const mint = await aModeratedShow();
  const edit = (body: object) => mo.api.call(editLivestream, { params: { mint }, body });
  const rules = { slowModeSeconds: 10, chatWithoutAccount: true };
  expect((await edit(rules)).body).toMatchObject(rules);
  expectProblem(await edit({ ...rules, title: "Mine" }), 403, "not-allowed");
  expectProblem(await edit({ admitTo: "stage" }), 403, "not-allowed");
  expectProblem(await slow(bob, mint), 403, "not-allowed");
});

test("403: a moderator whose role is taken moderates no longer, and goes on watching", async () => {
  const mint = await aModeratedShow();
  const token = await aViewerToken(mo, mint, true);
  await ada.api.ok(removeMember, { params: { mint, accountId: mo.id } });
  expectProblem(await mute(mo, mint, bob.id), 403, "not-allowed");
  expectProblem(await remove(mo, mint, bob.id, true), 403, "not-allowed");
  expectProblem(await slow(mo, mint), 403, "not-allowed");
  expect((await say(mo.api, mint, "hello")).author.role).toBe("viewer");
  expect(await passesTheGate(token)).toBe(true);
});

test("404: a private show, for its moderator whose role is taken; 200: before", async () => {
  const mint = await aModeratedShow("private");
  const token = await aViewerToken(mo, mint, true);
  const read = () => mo.api.call(readLivestream, { params: { mint } });
  expect((await read()).status).toBe(200);
  expect(await passesTheGate(token)).toBe(true);
  await ada.api.ok(removeMember, { params: { mint, accountId: mo.id } });
  expectProblem(await read(), 404, "livestream-not-found");
  expect(await passesTheGate(token)).toBe(false);
});

test("401 at the gate: a co-host's token, once they are a moderator; a viewer's token stays", async () => {
  const mint = await aLiveShow(ada);
  await change(mint, bob, "host");
  const hosts = await aHostToken(bob, { mint, creator: ada });
  const viewers = await aViewerToken(cleo, mint, true);
  await change(mint, bob, "moderator");
  await change(mint, cleo, "moderator");
  expect(await passesTheGate(hosts)).toBe(false);
  expect(await passesTheGate(viewers)).toBe(true);
});
