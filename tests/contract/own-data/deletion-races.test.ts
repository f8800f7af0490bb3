import { expect, test } from "vitest";
import { deleteAccount } from "@/lib/contracts/accounts/own-data";
import { editProfile } from "@/lib/contracts/accounts/profile";
import { mutePerson, postChat, readChat } from "@/lib/contracts/chat";
import {
  addMember,
  createLivestream,
  endLivestream,
  readLivestream,
} from "@/lib/contracts/livestreams";
import { reportLivestream, reportMessage } from "@/lib/contracts/reports";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { Client } from "@/tests/support/api/client";
import { overtake, sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aLiveShow,
  anAccount,
  anInvite,
  join,
  type Person,
  say,
  unique,
} from "@/tests/support/api/factories";

type Wish = { livestreams: { mint: string; to: string }[] };
const leave = ({ api, password }: Person, wish: Wish) =>
  api.call(deleteAccount, { body: { currentPassword: password, ...wish } });

test("401: a decision of an account that is deleted at that moment", async () => {
  const [ada, bob, cleo] = await Promise.all([anAccount("Ada"), anAccount(), anAccount()]);
  const mint = await aLiveShow(ada);
  await join(ada, mint, bob, "host");
  const answer = await overtake(
    { table: "livestreams", key: "mint", value: mint },
    () => bob.api.call(mutePerson, { params: { mint }, body: { subject: cleo.id } }),
    (database) => database.query("delete from accounts where id = $1", [bob.id]),
  );
  expectProblem(answer, 401, "not-signed-in");
  expect(await sql("select from restrictions where mint = $1", [mint])).toEqual([]);
});

test("404: a role for an account that is deleted at that moment, which it does not hold up", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount()]);
  const params = { mint: await aLiveShow(ada) };
  const answer = await overtake(
    { table: "livestreams", key: "mint", value: params.mint },
    () => ada.api.call(addMember, { params, body: { handle: bob.handle, role: "viewer" } }),
    (database) => database.query("delete from accounts where id = $1", [bob.id]),
  );
  expectProblem(answer, 404, "account-not-found");
});

test("401: a livestream of an account that is deleted at that moment", async () => {
  const bob = await anAccount();
  const answer = await overtake(
    { table: "accounts", key: "id", value: bob.id, asDeletion: true },
    () => bob.api.call(createLivestream, { body: { title: "Too late" } }),
    (database) => database.query("delete from accounts where id = $1", [bob.id]),
  );
  expectProblem(answer, 401, "not-signed-in");
});

test("200: a message of an account that is deleted at that moment has no name", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount()]);
  const params = { mint: await aLiveShow(ada) };
  const said = await overtake(
    { table: "livestreams", key: "mint", value: params.mint },
    () => bob.api.ok(postChat, { params, body: { text: "Goodbye" } }),
    (database) => database.query("delete from accounts where id = $1", [bob.id]),
  );
  expect(said.author).toMatchObject({ name: "Deleted account", deleted: true });
  const { messages } = await ada.api.ok(readChat, { params, query: {} });
  expect(messages).toEqual([said]);
});

test("404: a report of a show that is deleted at that moment", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount()]);
  const mint = await aLiveShow(ada);
  const answer = await overtake(
    { table: "livestreams", key: "mint", value: mint, asDeletion: true },
    () => bob.api.call(reportLivestream, { params: { mint }, body: { reason: "spam" } }),
    (database) => database.query("delete from livestreams where mint = $1", [mint]),
  );
  expectProblem(answer, 404, "livestream-not-found");
  expect(await sql("select from reports where mint = $1", [mint])).toEqual([]);
});

test("201: a report of a message whose author's account is deleted at that moment has no name", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
  const mint = await aLiveShow(ada);
  const { seq } = await say(bob.api, mint, "Goodbye");
  await overtake(
    { table: "accounts", key: "id", value: bob.id, asDeletion: true },
    () => ada.api.ok(reportMessage, { params: { mint, seq }, body: { reason: "spam" } }),
    (database) => database.query("delete from accounts where id = $1", [bob.id]),
  );
  expect(await sql("select author, author_name from reports where mint = $1", [mint])).toEqual([
    { author: bob.id, author_name: null },
  ]);
});

test("200: deleting at once from two tabs, with a new handle and with decisions under way: nothing fails", async () => {
  for (let round = 0; round < 5; round++) {
    const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
    const mint = await aLiveShow(ada);
    await join(ada, mint, bob, "host");
    const guests = [];
    const invite = await anInvite(ada, mint);
    for (let n = 0; n < 4; n++) guests.push(await aGuestOnStage(bob, invite));
    const answers = await Promise.all([
      ...guests.map(({ identity }, n) =>
        (n % 2 ? ada : bob).api.call(removeParticipant, { params: { mint }, body: { identity } }),
      ),
      ada.api.call(editProfile, { body: { handle: unique("h").slice(0, 30), name: "Countess" } }),
      leave(ada, { livestreams: [{ mint, to: bob.id }] }),
      leave(ada, { livestreams: [{ mint, to: bob.id }] }),
    ]);
    expect(answers.filter(({ status }) => status >= 500).map(({ text }) => text)).toEqual([]);
    expect((await new Client().call(readLivestream, { params: { mint } })).body).toMatchObject({
      creator: { id: bob.id },
    });
    await bob.api.ok(endLivestream, { params: { mint } });
  }
});
