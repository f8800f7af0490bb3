import { expect, test } from "vitest";
import { login, myProfile, signUp } from "@/lib/contracts/accounts/auth";
import { readChannel } from "@/lib/contracts/accounts/channel";
import { changeEmail, editProfile } from "@/lib/contracts/accounts/profile";
import { admitGuest, roomAuth } from "@/lib/contracts/guests";
import { createInvite } from "@/lib/contracts/invites";
import { duplicateLivestream } from "@/lib/contracts/livestream-actions";
import { createLivestream, listLivestreams, readLivestream } from "@/lib/contracts/livestreams";
import {
  createOrganization,
  listOrganizations,
  putOrganizationMember,
  renameOrganization,
} from "@/lib/contracts/organizations";
import { Client } from "@/tests/support/api/client";
import { limitKey, sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestWaiting,
  aLivestream,
  anAccount,
  anInvite,
  join,
  type Person,
  unique,
} from "@/tests/support/api/factories";
import { enroll } from "@/tests/support/api/organizations";

const aHandle = () => unique("h").slice(0, 30);
const edit = ({ api }: Person, body: { name?: string; handle?: string }) =>
  api.call(editProfile, { body });
const signsUpAs = (handle: string) =>
  new Client().call(signUp, {
    body: { email: `${unique("x")}@example.org`, handle, name: "X", password: "long enough" },
  });

test("200: a new name, which everyone sees with the next request", async () => {
  const ada = await anAccount("Ada Lovelace");
  const { mint } = await aLivestream(ada);
  const changed = await ada.api.ok(editProfile, { body: { name: " Ada  King " } });
  expect(changed).toMatchObject({ name: "Ada King", handle: ada.handle, email: ada.email });
  expect(await ada.api.ok(myProfile, {})).toEqual(changed);
  const { creator } = await new Client().ok(readLivestream, { params: { mint } });
  expect(creator.name).toBe("Ada King");
  expectProblem(await edit(ada, { name: "  " }), 400, "invalid-request");
});

test("200: a new handle, with the account's shows, invites and organization; the old one leads to it", async () => {
  const [ada, cleo] = await Promise.all([anAccount("Ada"), anAccount("Cleo")]);
  const livestream = await aLivestream(ada);
  const invite = await anInvite(ada, livestream.mint);
  await ada.api.ok(putOrganizationMember, {
    params: { orgId: ada.handle },
    body: { handle: cleo.handle, role: "admin" },
  });
  const handle = aHandle();
  const changed = await ada.api.ok(editProfile, { body: { handle: handle.toUpperCase() } });
  expect(changed.handle).toBe(handle);

  const params = { mint: livestream.mint };
  expect(await new Client().ok(readLivestream, { params })).toMatchObject({
    creator: { handle },
    orgId: handle,
  });
  expect((await aLivestream(ada)).orgId).toBe(handle);
  const { organizations } = await cleo.api.ok(listOrganizations, {});
  expect(organizations.map(({ id }) => id)).toContain(handle);
  await new Client().ok(roomAuth, { body: { inviteToken: invite.token, guestName: "Grace" } });

  const old = await new Client().send(`/@${ada.handle}`, { headers: { accept: "text/html" } });
  expect(old.status).toBe(307);
  expect(old.headers.get("location")).toBe(`/@${handle}`);
  const found = await new Client().ok(readChannel, { params: { handle: ada.handle } });
  expect(found.handle).toBe(handle);
  const { livestreams } = await new Client().ok(listLivestreams, {
    query: { creator: ada.handle },
  });
  expect(livestreams.map(({ mint }) => mint)).toContain(livestream.mint);
});

test("409: no one else can take a former handle; its owner can return to it", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
  const [first, second, third] = [ada.handle, aHandle(), aHandle()];
  await ada.api.ok(editProfile, { body: { handle: second } });
  await ada.api.ok(editProfile, { body: { handle: third } });
  for (const former of [first, second]) {
    expectProblem(await edit(bob, { handle: former }), 409, "handle-taken");
    expectProblem(await signsUpAs(former), 409, "handle-taken");
    const body = { id: former, name: "Theirs" };
    expectProblem(await bob.api.call(createOrganization, { body }), 409, "organization-taken");
  }
  expect((await bob.api.ok(myProfile, {})).handle).toBe(bob.handle);
  await ada.api.ok(editProfile, { body: { handle: first } });
  const back = await new Client().send(`/@${third}`, { headers: { accept: "text/html" } });
  expect(back.headers.get("location") ?? "none").toMatch(new RegExp(`^/@${first}$|^none$`));
  expect((await ada.api.ok(myProfile, {})).handle).toBe(first);
  expectProblem(await signsUpAs(third), 409, "handle-taken");
});

test("409: a handle in use, a reserved one, or an organization's id; nothing changes", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
  const id = aHandle();
  await bob.api.ok(createOrganization, { body: { id, name: "Bob's" } });
  for (const taken of [bob.handle, "support", id]) {
    expectProblem(await edit(ada, { name: "New", handle: taken }), 409, "handle-taken");
  }
  const { name, handle } = await ada.api.ok(myProfile, {});
  expect({ name, handle }).toEqual({ name: "Ada", handle: ada.handle });
  expect(await sql("select from former_handles where account_id = $1", [ada.id])).toEqual([]);
  expectProblem(await edit(ada, { handle: "a b" }), 400, "invalid-request");
});

test("409: signing up with a handle at the moment its owner gives it up", async () => {
  const ada = await anAccount("Ada");
  const answers = await Promise.all([
    edit(ada, { handle: aHandle() }),
    ...Array.from({ length: 5 }, () => signsUpAs(ada.handle)),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 409, 409, 409, 409, 409]);
});

test("200 and 409: of two simultaneous changes to one handle, one succeeds", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
  const handle = aHandle();
  const answers = await Promise.all([edit(ada, { handle }), edit(bob, { handle })]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test("429: five handles in thirty days; the same handle again is no change", async () => {
  const ada = await anAccount("Ada");
  for (let changes = 0; changes < 5; changes++) {
    const handle = aHandle();
    await ada.api.ok(editProfile, { body: { handle } });
    await ada.api.ok(editProfile, { body: { name: "Ada", handle } });
  }
  expectProblem(await edit(ada, { handle: aHandle() }), 429, "too-many-requests");
});

test("200: a new email address to sign in with; the old one is free", async () => {
  const ada = await anAccount("Ada Lovelace");
  const email = `${unique("new")}@example.org`;
  const { password } = ada;
  const body = { email: email.toUpperCase(), currentPassword: password };
  expect(await ada.api.ok(changeEmail, { body })).toMatchObject({ email, id: ada.id });
  await new Client().ok(login, { body: { email, password } });
  const old = await new Client().call(login, { body: { email: ada.email, password } });
  expectProblem(old, 401, "wrong-credentials");
  const next = { email: ada.email, handle: aHandle(), name: "X", password };
  await new Client().ok(signUp, { body: next });
});

test("403, 409 and 429: a wrong password or someone else's address changes nothing, and attempts are limited", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
  const attempt = (email: string, currentPassword: string) =>
    ada.api.call(changeEmail, { body: { email, currentPassword } });
  expectProblem(await attempt(bob.email, ada.password), 409, "email-taken");
  const email = `${unique("stolen")}@example.org`;
  // The refused address counted as one of the ten.
  for (let tries = 0; tries < 9; tries++) {
    expectProblem(await attempt(email, "not the password"), 403, "wrong-password");
  }
  expectProblem(await attempt(email, ada.password), 429, "too-many-requests");
  expect((await ada.api.ok(myProfile, {})).email).toBe(ada.email);
});

test("200: the own organization takes on a new name, unless it was given one", async () => {
  const ada = await anAccount("Ada Lovelace");
  const nameOfOwn = async () => {
    const { organizations } = await ada.api.ok(listOrganizations, {});
    return organizations[0]?.name;
  };
  await ada.api.ok(editProfile, { body: { name: "Ada King" } });
  expect(await nameOfOwn()).toBe("Ada King");
  const handle = aHandle();
  await ada.api.ok(editProfile, { body: { name: "Countess", handle } });
  expect(await nameOfOwn()).toBe("Countess");
  const body = { name: "Engine Club" };
  await ada.api.ok(renameOrganization, { params: { orgId: handle }, body });
  await ada.api.ok(editProfile, { body: { name: "Ada" } });
  expect(await nameOfOwn()).toBe("Engine Club");
});

test("200: a handle that changes while shows are created, copied and decided in: nothing fails", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
  const { mint } = await aLivestream(ada);
  await join(ada, mint, bob, "host");
  await enroll(ada, ada.handle, bob, "admin");
  const invite = await anInvite(bob, mint);
  for (let round = 0; round < 12; round++) {
    await sql("delete from rate_limits where key = $1", [limitKey("handle", ada.id)]);
    const { handle } = await ada.api.ok(myProfile, {});
    const guests = await Promise.all([1, 2, 3, 4].map(() => aGuestWaiting(invite)));
    const invites = [ada, bob].map(({ api }) =>
      api.call(createInvite, { body: { orgId: handle, roomId: mint, durationSeconds: 60 } }),
    );
    const decisions = guests.map(({ identity }, n) =>
      (n % 2 ? ada : bob).api.call(admitGuest, {
        body: { roomId: mint, guestIdentity: identity, action: n < 2 ? "deny" : "admit" },
      }),
    );
    const answers = await Promise.all([
      ...decisions.slice(0, 2),
      edit(ada, { handle: aHandle() }),
      ...decisions.slice(2),
      ada.api.call(createLivestream, { body: { title: "New" } }),
      ada.api.call(duplicateLivestream, { params: { mint } }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 201, 201]);
    // An invite for the old id is either created before the change or finds no such organization.
    for (const { status } of await Promise.all(invites)) expect([201, 404]).toContain(status);
  }
});
