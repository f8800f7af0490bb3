import { expect, test } from "vitest";
import {
  listOrganizationMembers,
  type OrganizationRole,
  putOrganizationMember,
  readOrganization,
  removeOrganizationMember,
} from "@/lib/contracts/organizations";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount, type Person } from "@/tests/support/api/factories";
import { anOrganization, enroll, uniqueOrgId } from "@/tests/support/api/organizations";

const [ada, bob, cleo, dan] = await Promise.all([
  anAccount("Ada"),
  anAccount("Bob"),
  anAccount("Cleo"),
  anAccount("Dan"),
]);

const person = ({ id, handle, name, picture }: Person) => ({ id, handle, name, picture });
const put = (by: Person, orgId: string, { handle }: { handle: string }, role: OrganizationRole) =>
  by.api.call(putOrganizationMember, { params: { orgId }, body: { handle, role } });
const remove = (by: Person, orgId: string, { id }: { id: string }) =>
  by.api.call(removeOrganizationMember, { params: { orgId, accountId: id } });
const list = (by: Person, orgId: string) =>
  by.api.call(listOrganizationMembers, { params: { orgId } });

/** Ada owns it, Bob is an admin, Cleo a member; Dan is a stranger. */
async function acme(): Promise<string> {
  const orgId = await anOrganization(ada);
  await enroll(ada, orgId, bob, "admin");
  await enroll(ada, orgId, cleo, "member");
  return orgId;
}

async function rolesIn(orgId: string): Promise<Record<string, OrganizationRole>> {
  const { members } = await ada.api.ok(listOrganizationMembers, { params: { orgId } });
  return Object.fromEntries(members.map(({ account, role }) => [account.name, role]));
}

test("200: every member sees the members, owners first, with the public part of their accounts", async () => {
  const orgId = await acme();
  const members = [
    { account: person(ada), role: "owner" },
    { account: person(bob), role: "admin" },
    { account: person(cleo), role: "member" },
  ];
  for (const by of [ada, bob, cleo]) expect((await list(by, orgId)).body).toEqual({ members });
});

test("200: an owner grants and removes every role", async () => {
  const orgId = await acme();
  for (const role of ["owner", "admin", "member"] as const) {
    expect((await put(ada, orgId, dan, role)).status).toBe(200);
    expect((await rolesIn(orgId)).Dan).toBe(role);
  }
  expect((await remove(ada, orgId, dan)).status).toBe(200);
  expect(await rolesIn(orgId)).toEqual({ Ada: "owner", Bob: "admin", Cleo: "member" });
});

test("200: handles are case-insensitive, and adding a member twice changes nothing", async () => {
  const orgId = await acme();
  await put(ada, orgId, { handle: ` ${dan.handle.toUpperCase()} ` }, "member");
  const answer = await put(ada, orgId, dan, "member");
  expect((answer.body as { members: unknown[] }).members).toHaveLength(4);
});

test("200: an admin adds and removes plain members; removing twice is the same", async () => {
  const orgId = await acme();
  expect((await put(bob, orgId, dan, "member")).status).toBe(200);
  for (const gone of [dan, dan, cleo]) expect((await remove(bob, orgId, gone)).status).toBe(200);
  expect(await rolesIn(orgId)).toEqual({ Ada: "owner", Bob: "admin" });
});

test("403: an admin cannot appoint admins, or change owners and admins", async () => {
  const orgId = await acme();
  await enroll(ada, orgId, dan, "admin");
  const before = await rolesIn(orgId);
  const tries = [
    () => put(bob, orgId, cleo, "admin"),
    () => put(bob, orgId, cleo, "owner"),
    () => put(bob, orgId, bob, "owner"),
    () => put(bob, orgId, bob, "member"),
    () => put(bob, orgId, dan, "member"),
    () => put(bob, orgId, ada, "member"),
    () => remove(bob, orgId, dan),
    () => remove(bob, orgId, ada),
  ];
  for (const each of tries) expectProblem(await each(), 403, "not-allowed");
  expect(await rolesIn(orgId)).toEqual(before);
});

test("403: a member cannot change anyone, not even their own role", async () => {
  const orgId = await acme();
  const before = await rolesIn(orgId);
  const tries = [
    () => put(cleo, orgId, dan, "member"),
    () => put(cleo, orgId, cleo, "owner"),
    () => remove(cleo, orgId, bob),
    () => remove(cleo, orgId, dan),
  ];
  for (const each of tries) expectProblem(await each(), 403, "not-allowed");
  expect(await rolesIn(orgId)).toEqual(before);
});

test("404: a stranger cannot tell whether the organization exists, who belongs to it, or which handles exist", async () => {
  const orgId = await acme();
  const said = new Set<string>();
  for (const id of [orgId, uniqueOrgId()]) {
    const answers = [
      await list(dan, id),
      await put(dan, id, dan, "owner"),
      await put(dan, id, { handle: "nobody_at_all" }, "member"),
      await remove(dan, id, cleo),
      await remove(dan, id, dan),
    ];
    for (const answer of answers) {
      said.add(expectProblem(answer, 404, "organization-not-found").detail);
    }
  }
  expect(said.size).toBe(1);
});

test("404: an unknown handle", async () => {
  expectProblem(await put(ada, await acme(), { handle: "nobody_at_all" }, "member"), 404);
});

test("400: an invalid handle, role or account", async () => {
  const orgId = await acme();
  const bodies = [
    { handle: bob.handle },
    { role: "member" },
    { handle: "x y", role: "member" },
    { handle: bob.handle, role: "super_admin" },
    { handle: bob.handle, role: null },
  ];
  for (const json of bodies) {
    const answer = await ada.api.send(`/organizations/${orgId}/members`, { method: "PUT", json });
    expectProblem(answer, 400, "invalid-request");
  }
  expectProblem(await remove(ada, orgId, { id: "not-an-id" }), 400, "invalid-request");
});

test("200: members, admins and one of two owners can leave, and are strangers immediately", async () => {
  const orgId = await acme();
  await enroll(ada, orgId, dan, "owner");
  for (const leaver of [cleo, bob, dan]) {
    const answer = await remove(leaver, orgId, leaver);
    expect(answer.body).toEqual({ members: [] });
    const read = await leaver.api.call(readOrganization, { params: { orgId } });
    expectProblem(read, 404, "organization-not-found");
    expectProblem(await list(leaver, orgId), 404, "organization-not-found");
  }
  expect(await rolesIn(orgId)).toEqual({ Ada: "owner" });
});

test("409: the last owner can neither leave nor be demoted", async () => {
  const orgId = await acme();
  expectProblem(await remove(ada, orgId, ada), 409, "last-owner");
  expectProblem(await put(ada, orgId, ada, "admin"), 409, "last-owner");
  expectProblem(await put(ada, orgId, ada, "member"), 409, "last-owner");
  expect((await put(ada, orgId, ada, "owner")).status).toBe(200);
  expect((await rolesIn(orgId)).Ada).toBe("owner");
});

test("200: with a second owner the first can leave, and the second is then the last", async () => {
  const orgId = await acme();
  await enroll(ada, orgId, bob, "owner");
  expect((await remove(bob, orgId, ada)).status).toBe(200);
  expectProblem(await remove(bob, orgId, bob), 409, "last-owner");
});

test("409: of two owners who leave or demote at once, one remains", async () => {
  for (const act of [
    (orgId: string, by: Person) => remove(by, orgId, by),
    (orgId: string, by: Person) => put(by, orgId, by, "member"),
    (orgId: string, by: Person) => put(by, orgId, by === ada ? bob : ada, "member"),
  ]) {
    for (let round = 0; round < 5; round++) {
      const orgId = await anOrganization(ada);
      await enroll(ada, orgId, bob, "owner");
      const answers = await Promise.all([act(orgId, ada), act(orgId, bob)]);
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses[0]).toBe(200);
      expect([403, 409]).toContain(statuses[1]);
      const lists = await Promise.all([list(ada, orgId), list(bob, orgId)]);
      const seen = lists.find(({ status }) => status === 200)?.body as {
        members: { role: string }[];
      };
      expect(seen.members.filter(({ role }) => role === "owner")).toHaveLength(1);
    }
  }
});

test("403: the owner of an account's own organization cannot leave, be removed or be demoted", async () => {
  const own = await anAccount("Eve");
  await enroll(own, own.handle, bob, "owner");
  expectProblem(await remove(bob, own.handle, own), 403, "not-allowed");
  expectProblem(await put(bob, own.handle, own, "member"), 403, "not-allowed");
  expectProblem(await remove(own, own.handle, own), 403, "not-allowed");
  expect((await remove(own, own.handle, bob)).status).toBe(200);
});
