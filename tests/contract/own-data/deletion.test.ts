import { afterAll, expect, test } from "vitest";
import { createApiKey } from "@/lib/contracts/accounts/api-keys";
import { login, myProfile, signUp } from "@/lib/contracts/accounts/auth";
import { readChannel } from "@/lib/contracts/accounts/channel";
import { deleteAccount, planDeletion } from "@/lib/contracts/accounts/own-data";
import { editProfile } from "@/lib/contracts/accounts/profile";
import { readChat } from "@/lib/contracts/chat";
import { readEventLog } from "@/lib/contracts/event-log";
import { guestState } from "@/lib/contracts/guests";
import { editLivestream, endLivestream, readLivestream } from "@/lib/contracts/livestreams";
import {
  createOrganization,
  listOrganizationMembers,
  readOrganization,
} from "@/lib/contracts/organizations";
import { putCover } from "@/lib/contracts/pictures";
import { listRestrictions, removeParticipant } from "@/lib/contracts/restrictions";
import { createStreamKey } from "@/lib/contracts/stream-keys";
import { theSuperAdmin } from "@/tests/support/api/actors";
import { Client } from "@/tests/support/api/client";
import { sql, withoutSweep } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  aViewerToken,
  join,
  type Person,
  say,
  signedIn,
  unique,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { anOrganization, enroll } from "@/tests/support/api/organizations";
import { aPicture } from "@/tests/support/api/pictures";
import { connected, hangUpAll } from "@/tests/support/api/signal";
import { identityOf } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";

afterAll(hangUpAll);

type Wish = {
  organizations?: { id: string; to: string }[];
  livestreams?: { mint: string; to: string }[];
};
const leave = ({ api, password }: Person, wish: Wish = {}) =>
  api.call(deleteAccount, { body: { currentPassword: password, ...wish } });
const goes = async (person: Person, wish: Wish = {}) => {
  const answer = await leave(person, wish);
  expect(answer.text).toBe('{"deleted":true}');
};
const read = (mint: string) => new Client().call(readLivestream, { params: { mint } });
const nobody = new Client();

test("200: sessions, keys and connections end immediately, and nothing of the account is left", () =>
  withoutSweep(async () => {
    const [ada, bob] = await Promise.all([anAccount("Ada Lovelace"), anAccount("Bob")]);
    const mint = await aLiveShow(bob);
    await join(bob, mint, ada, "host");
    const elsewhere = await signedIn(ada);
    const { key } = await ada.api.ok(createApiKey, { body: { name: "x", scopes: ["tokens"] } });
    const own = await aLiveShow(ada);
    const streamKey = await ada.api.ok(createStreamKey, {
      params: { mint: own },
      body: { name: "OBS" },
    });
    const invite = await anInvite(ada, mint);
    const [waiting, onStage] = [await aGuestWaiting(invite), await aGuestOnStage(bob, invite)];
    const host = await aHostToken(ada, { mint, creator: bob });
    const signals = [
      await connected(host),
      await connected(await aViewerToken(ada, mint, true)),
      await connected(waiting.token),
    ];
    let open = signals.length;
    for (const { closed } of signals) void closed.then(() => (open -= 1));
    await goes(ada);
    await until("its connections are closed", () => open === 0, 2_000);
    expect(await passesTheGate(host)).toBe(false);
    expect(await passesTheGate(onStage.token)).toBe(true);
    for (const client of [ada.api, elsewhere, new Client(key)]) {
      expect((await client.call(myProfile, {})).status).toBe(401);
    }
    const body = { email: ada.email, password: ada.password };
    expectProblem(await nobody.call(login, { body }), 401, "wrong-credentials");
    expect(await sql("select from stream_keys where id = $1", [streamKey.id])).toEqual([]);
    const state = await waiting.browser.ok(guestState, { body: { inviteToken: invite.token } });
    expect(state).toMatchObject({ invite: "revoked", guest: { status: "expired" } });
    // Every column of the database that names an account.
    const columns = await sql<{ table_name: string; column_name: string }>(
      `select table_name, column_name from information_schema.columns where table_schema = 'public'
       and column_name in ('account_id', 'creator_id', 'created_by', 'decided_by', 'deleted_by', 'founded_by', 'reporter_id')`,
    );
    expect(columns.length).toBeGreaterThan(12);
    for (const { table_name: table, column_name: column } of columns) {
      const rows = await sql(`select from ${table} where ${column} = $1`, [ada.id]);
      expect([table, column, rows]).toEqual([table, column, []]);
    }
    expectProblem(
      await nobody.call(readChannel, { params: { handle: ada.handle } }),
      404,
      "account-not-found",
    );
  }));

test("200: without co-hosts and admins its livestreams and organizations are deleted; a live show ends first", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
  const [live, planned] = [await aLiveShow(ada), (await aLivestream(ada)).mint];
  await ada.api.ok(putCover, { params: { mint: live }, body: await aPicture() });
  await join(ada, live, bob, "viewer");
  const guest = await aGuestOnStage(ada, await anInvite(ada, live));
  await say(ada.api, live, "Hello");
  const signal = await connected(guest.token);
  const orgId = await anOrganization(ada, "Mine");
  await enroll(ada, orgId, bob, "member");
  expect(await ada.api.ok(planDeletion, {})).toMatchObject({
    refusal: null,
    organizations: [
      { id: ada.handle, livestreams: 2, successors: [] },
      { id: orgId, livestreams: 0, successors: [] },
    ],
    live: [{ mint: live, stays: false }],
    livestreams: [],
  });
  await goes(ada);
  await signal.closed;
  for (const mint of [live, planned]) {
    expectProblem(await read(mint), 404, "livestream-not-found");
    for (const table of ["participants", "chat_messages", "pictures", "invites", "guests"]) {
      expect(await sql(`select from ${table} where mint = $1`, [mint])).toEqual([]);
    }
  }
  const found = await bob.api.call(readOrganization, { params: { orgId } });
  expectProblem(found, 404, "organization-not-found");
});

test("200: a co-host who is chosen takes over a live show, which goes on in their own organization", async () => {
  const [ada, bob, cleo] = await Promise.all([
    anAccount("Ada"),
    anAccount("Bob"),
    anAccount("Cleo"),
  ]);
  const [mint, other] = [await aLiveShow(ada), (await aLivestream(ada)).mint];
  for (const each of [mint, other]) await join(ada, each, bob, "host");
  await join(ada, mint, cleo, "viewer");
  const invite = await anInvite(bob, mint);
  const guest = await aGuestOnStage(ada, invite);
  const person = { id: bob.id, handle: bob.handle, name: "Bob", picture: null };
  const { live, livestreams } = await ada.api.ok(planDeletion, {});
  expect(live).toMatchObject([{ mint, stays: false }]);
  expect(livestreams).toEqual([
    expect.objectContaining({ mint: other, stays: false, successors: [person] }),
    expect.objectContaining({ mint, stays: false, successors: [person] }),
  ]);
  const viewer = await leave(ada, { livestreams: [{ mint, to: cleo.id }] });
  expectProblem(viewer, 400, "invalid-request");
  const stranger = await leave(ada, { organizations: [{ id: ada.handle, to: bob.id }] });
  expectProblem(stranger, 400, "invalid-request");
  await goes(ada, { livestreams: [{ mint, to: bob.id }] });
  expect((await read(mint)).body).toMatchObject({
    status: "live",
    creator: person,
    orgId: bob.handle,
  });
  expectProblem(await read(other), 404, "livestream-not-found");
  expect(await passesTheGate(guest.token)).toBe(true);
  await bob.api.ok(editLivestream, { params: { mint }, body: { title: "Bob’s" } });
  await aGuestWaiting(invite);
  const { entries } = await bob.api.ok(readEventLog, { params: { mint }, query: {} });
  expect(entries.find(({ event }) => event === "show_handed_over")).toMatchObject({
    by: { id: null, name: "Ada" },
    name: "Bob",
  });
  await bob.api.ok(endLivestream, { params: { mint } });
});

test("200: a shared organization stays with its livestreams; its oldest owner or admin takes over, or who was chosen", async () => {
  const [first, second] = await Promise.all([anAccount("First"), anAccount("Second")]);
  for (const chosen of [first, second]) {
    const ada = await anAccount("Ada");
    const { mint } = await aLivestream(ada);
    await enroll(ada, ada.handle, first, "admin");
    await enroll(ada, ada.handle, second, "admin");
    const [planned] = (await ada.api.ok(planDeletion, {})).organizations;
    expect(planned).toMatchObject({ id: ada.handle, onlyOwner: true, livestreams: 1 });
    expect(planned?.successors.map(({ id }) => id)).toEqual([first.id, second.id]);
    const named = [{ id: ada.handle, to: chosen.id }];
    await goes(ada, chosen === first ? {} : { organizations: named });
    expect((await read(mint)).body).toMatchObject({
      creator: { id: chosen.id },
      orgId: ada.handle,
    });
    const { members } = await chosen.api.ok(listOrganizationMembers, {
      params: { orgId: ada.handle },
    });
    expect(members.find(({ account }) => account.id === chosen.id)?.role).toBe("owner");
  }
});

test("200: its messages and decisions elsewhere stay; messages without its name, bans of it are gone", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
  const mint = await aLiveShow(bob);
  await say(ada.api, mint, "Hello from Ada");
  await join(bob, mint, ada, "host");
  const guest = await aGuestOnStage(ada, await anInvite(bob, mint));
  const body = { identity: guest.identity, ban: true, reason: "Spam" };
  await ada.api.ok(removeParticipant, { params: { mint }, body });
  const seen = identityOf(await aViewerToken(ada, await aLiveShow(bob), false));
  await goes(ada);
  const { messages } = await nobody.ok(readChat, { params: { mint }, query: {} });
  expect(messages).toMatchObject([
    { text: "Hello from Ada", author: { name: "Deleted account", deleted: true, subject: ada.id } },
  ]);
  const { restrictions } = await bob.api.ok(listRestrictions, { params: { mint } });
  expect(restrictions).toMatchObject([{ kind: "ban", reason: "Spam", createdBy: null }]);
  const { entries } = await bob.api.ok(readEventLog, { params: { mint }, query: {} });
  expect(entries.find(({ event }) => event === "person_banned")?.by).toEqual({
    id: null,
    name: "Ada",
  });
  expect(await sql("select from restrictions where subject in ($1, $2)", [ada.id, seen])).toEqual(
    [],
  );
});

test("409: no one can take its handle, a former one or its organization's id for ninety days", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
  const orgId = await anOrganization(ada);
  const handle = unique("h").slice(0, 30);
  await ada.api.ok(editProfile, { body: { handle } });
  await goes(ada);
  const signsUpAs = (name: string) =>
    new Client().call(signUp, {
      body: {
        email: `${unique("x")}@example.org`,
        handle: name,
        name: "X",
        password: "long enough",
      },
    });
  for (const taken of [ada.handle, handle]) {
    expectProblem(await signsUpAs(taken), 409, "handle-taken");
    expectProblem(
      await bob.api.call(editProfile, { body: { handle: taken } }),
      409,
      "handle-taken",
    );
  }
  const again = { id: orgId, name: "Theirs" };
  expectProblem(await bob.api.call(createOrganization, { body: again }), 409, "organization-taken");
  const until = await sql<{ days: number }>(
    "select (reserved_until::date - now()::date) as days from former_handles where handle = $1",
    [handle],
  );
  expect(until).toEqual([{ days: 90 }]);
  // Its email address is free immediately.
  const body = {
    email: ada.email,
    handle: unique("n").slice(0, 30),
    name: "Y",
    password: "long enough",
  };
  await new Client().ok(signUp, { body });
});

test("403 and 429: a wrong password deletes nothing, and attempts are limited", async () => {
  const ada = await anAccount("Ada");
  const mint = await aLiveShow(ada);
  const attempt = (currentPassword: string) =>
    ada.api.call(deleteAccount, { body: { currentPassword } });
  for (let tries = 0; tries < 10; tries++) {
    expectProblem(await attempt("not the password"), 403, "wrong-password");
  }
  expectProblem(await attempt(ada.password), 429, "too-many-requests");
  expect((await read(mint)).body).toMatchObject({ status: "live" });
});

test("409: the super admin stays, and learns what to do", async () => {
  const founder = await theSuperAdmin();
  expect((await founder.ok(planDeletion, {})).refusal).toBe("super-admin");
  const answer = await founder.call(deleteAccount, { body: { currentPassword: "whatever" } });
  const { detail } = expectProblem(answer, 409, "super-admin-stays");
  expect(detail).toContain("npm run greenroom -- make-super-admin");
});
