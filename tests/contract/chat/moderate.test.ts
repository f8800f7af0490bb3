import { expect, test } from "vitest";
import { deleteChat, listMutes, mutePerson, readChat, unmutePerson } from "@/lib/contracts/chat";
import { leaveAsGuest } from "@/lib/contracts/guests";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  admit,
  aGuestOnStage,
  aLiveShow,
  anAccount,
  anInvite,
  join,
  knockAgain,
  type Person,
  say,
} from "@/tests/support/api/factories";
import { identityOf } from "@/tests/support/api/tokens";

const nobody = new Client();
const [ada, bob, cleo] = await Promise.all([anAccount("Ada"), anAccount("Bob"), anAccount("Cleo")]);

const remove = (client: Client, mint: string, seq: number) =>
  client.call(deleteChat, { params: { mint, seq } });
const mute = (by: Person, mint: string, subject: string) =>
  by.api.call(mutePerson, { params: { mint }, body: { subject } });
const unmute = (by: Person, mint: string, subject: string) =>
  by.api.call(unmutePerson, { params: { mint, subject } });
const post = (client: Client, mint: string) =>
  client.send(`/livestreams/${mint}/chat`, { method: "POST", json: { text: "hi" } });

test("200: a host deletes any message: its place stays, its text goes", async () => {
  const mint = await aLiveShow(ada);
  const said = await say(bob.api, mint, "something rude");
  const answer = await remove(ada.api, mint, said.seq);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.body).toEqual({ ...said, text: null, revision: 2 });
});

test("200: deleting twice, or by two hosts at once, is one change", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, bob, "host");
  const { seq } = await say(cleo.api, mint, "something rude");
  const clicks = [ada, bob, ada, bob].map(({ api }) => remove(api, mint, seq));
  for (const { status, body } of await Promise.all(clicks)) {
    expect(status).toBe(200);
    expect(body).toMatchObject({ seq, text: null });
  }
  const { messages } = await nobody.ok(readChat, { params: { mint }, query: { after: 1 } });
  expect(messages).toHaveLength(1);
  expect(messages[0]?.text).toBeNull();
});

test("200: authors delete their own messages, guests too", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  for (const client of [bob.api, guest.browser]) {
    const { seq } = await say(client, mint, "oops");
    expect((await remove(client, mint, seq)).body).toMatchObject({ seq, text: null });
  }
});

test("403: viewers and guests cannot delete other people's messages; 401: without an account", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  const { seq } = await say(bob.api, mint, "mine");
  for (const client of [cleo.api, guest.browser]) {
    expectProblem(await remove(client, mint, seq), 403, "not-allowed");
  }
  expectProblem(await remove(nobody, mint, seq), 401, "not-signed-in");
  const { messages } = await nobody.ok(readChat, { params: { mint }, query: {} });
  expect(messages[0]?.text).toBe("mine");
});

test("404: no such message; 404: a private show, for a stranger", async () => {
  const mint = await aLiveShow(ada);
  const closed = await aLiveShow(ada, "private");
  await say(ada.api, closed, "secret");
  expectProblem(await remove(ada.api, mint, 1), 404, "message-not-found");
  expectProblem(await remove(ada.api, mint, 999_999_999), 404, "message-not-found");
  expectProblem(await remove(bob.api, closed, 1), 404, "livestream-not-found");
});

for (const seq of ["0", "-1", "1.5", "first", "99999999999", "0x1", "%20"]) {
  test(`400: ${seq} is not a message's place`, async () => {
    const path = `/livestreams/${await aLiveShow(ada)}/chat/${seq}`;
    expectProblem(await ada.api.send(path, { method: "DELETE" }), 400, "invalid-request");
  });
}

test("200: a muted person can read but not write, in this show only, until unmuted", async () => {
  const [mint, elsewhere] = [await aLiveShow(ada), await aLiveShow(ada)];
  const muted = await mute(ada, mint, bob.id);
  expect([muted.status, muted.body]).toEqual([200, { muted: true }]);
  expect((await mute(ada, mint, bob.id)).status).toBe(200);
  expectProblem(await post(bob.api, mint), 403, "muted");
  await bob.api.ok(readChat, { params: { mint }, query: {} });
  expect((await post(bob.api, elsewhere)).status).toBe(201);
  for (let times = 0; times < 2; times++) {
    const unmuted = await unmute(ada, mint, bob.id);
    expect([unmuted.status, unmuted.body]).toEqual([200, { muted: false }]);
  }
  expect((await post(bob.api, mint)).status).toBe(201);
});

test("200: a guest is muted by identity", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint));
  await mute(ada, mint, guest.identity);
  expectProblem(await post(guest.browser, mint), 403, "muted");
});

test("403: a muted guest stays muted when the same browser knocks again, until unmuted", async () => {
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  const guest = await aGuestOnStage(ada, invite);
  await mute(ada, mint, guest.identity);
  await guest.browser.ok(leaveAsGuest, { body: { roomId: mint } });
  const identity = identityOf(await knockAgain(guest));
  await admit(ada, { ...guest, identity });
  expectProblem(await post(guest.browser, mint), 403, "muted");
  await unmute(ada, mint, guest.identity);
  expect((await post(guest.browser, mint)).status).toBe(201);
});

test("403: hosts cannot be muted, and viewers cannot mute; 404: a private show, for a stranger", async () => {
  const [mint, closed] = [await aLiveShow(ada), await aLiveShow(ada, "private")];
  await join(ada, mint, bob, "host");
  for (const host of [ada.id, bob.id]) {
    expectProblem(await mute(ada, mint, host), 403, "not-allowed");
    expectProblem(await mute(bob, mint, host), 403, "not-allowed");
  }
  for (const act of [mute, unmute]) {
    expectProblem(await act(cleo, mint, bob.id), 403, "not-allowed");
    expectProblem(await act(cleo, closed, bob.id), 404, "livestream-not-found");
  }
});

test("200: hosts list muted people, newest first, and see who muted them and when", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, bob, "host");
  const mutesFor = async (host: Person) =>
    (await host.api.ok(listMutes, { params: { mint } })).mutes;
  expect(await mutesFor(ada)).toEqual([]);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint), "Grace");
  await mute(ada, mint, cleo.id);
  await mute(bob, mint, guest.identity);
  await mute(bob, mint, cleo.id);
  const since = expect.stringMatching(/^\d{4}-.*Z$/);
  const list = [
    { subject: guest.identity, name: "Grace", createdAt: since, createdBy: bob.id },
    { subject: cleo.id, name: "Cleo", createdAt: since, createdBy: ada.id },
  ];
  expect(await mutesFor(ada)).toEqual(list);
  expect(await mutesFor(bob)).toEqual(list);
  await unmute(ada, mint, cleo.id);
  expect(await mutesFor(bob)).toEqual(list.slice(0, 1));
});

test("403: a viewer cannot list muted people; 404: a private show, for a stranger", async () => {
  const [mint, closed] = [await aLiveShow(ada), await aLiveShow(ada, "private")];
  await join(ada, closed, bob, "viewer");
  const read = (who: Client, of: string) => who.call(listMutes, { params: { mint: of } });
  expectProblem(await read(cleo.api, mint), 403, "not-allowed");
  expectProblem(await read(bob.api, closed), 403, "not-allowed");
  expectProblem(await read(cleo.api, closed), 404, "livestream-not-found");
  expectProblem(await read(nobody, mint), 401, "not-signed-in");
});

test("400: an invalid subject", async () => {
  const mint = await aLiveShow(ada);
  for (const json of [{}, { subject: "" }, { subject: "Bob" }, { subject: 1 }]) {
    const answer = await ada.api.send(`/livestreams/${mint}/mutes`, { method: "POST", json });
    expectProblem(answer, 400, "invalid-request");
  }
  const path = `/livestreams/${mint}/mutes/Bob`;
  expectProblem(await ada.api.send(path, { method: "DELETE" }), 400, "invalid-request");
});
