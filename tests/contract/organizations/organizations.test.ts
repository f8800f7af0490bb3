import { expect, test } from "vitest";
import { signUp } from "@/lib/contracts/accounts/auth";
import {
  createOrganization,
  listOrganizations,
  readOrganization,
  renameOrganization,
} from "@/lib/contracts/organizations";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount, type Person, unique } from "@/tests/support/api/factories";
import { anOrganization, enroll, uniqueOrgId } from "@/tests/support/api/organizations";

const [ada, bob, cleo] = await Promise.all([anAccount("Ada"), anAccount("Bob"), anAccount("Cleo")]);

const create = (by: Person, body: { id: string; name: string }) =>
  by.api.call(createOrganization, { body });
const read = (by: Person, orgId: string) => by.api.call(readOrganization, { params: { orgId } });
const rename = (by: Person, orgId: string, name = "Acme & Daughters") =>
  by.api.call(renameOrganization, { params: { orgId }, body: { name } });

test("201: an organization, with its creator as owner", async () => {
  const id = uniqueOrgId();
  const answer = await create(ada, { id, name: "  Acme   Corporation " });
  expect(answer.status).toBe(201);
  expect(answer.body).toEqual({
    id,
    name: "Acme Corporation",
    role: "owner",
    members: 1,
    createdAt: expect.any(String),
  });
  expect((await read(ada, id)).body).toEqual(answer.body);
});

test("200: my organizations with my role in each, oldest first, starting with the one named after my handle", async () => {
  const person = await anAccount("Dora");
  const theirs = await anOrganization(ada, "Theirs");
  await enroll(ada, theirs, person, "admin");
  const { organizations } = await person.api.ok(listOrganizations, {});
  expect(organizations.map(({ id, role, members }) => ({ id, role, members }))).toEqual([
    { id: person.handle, role: "owner", members: 1 },
    { id: theirs, role: "admin", members: 2 },
  ]);
});

test("200: no organization of which I am not a member", async () => {
  await anOrganization(ada);
  const { organizations } = await cleo.api.ok(listOrganizations, {});
  expect(organizations.map(({ id }) => id)).toEqual([cleo.handle]);
});

test("409: an id that is taken by an organization or a handle, or reserved", async () => {
  const id = await anOrganization(ada);
  for (const taken of [id, bob.handle, "admin", "support"]) {
    expectProblem(await create(cleo, { id: taken, name: "Mine" }), 409, "organization-taken");
  }
});

test("409: of many simultaneous attempts to create one, one succeeds, and the others become no members", async () => {
  const id = uniqueOrgId();
  const founders = [ada, bob, cleo];
  const answers = await Promise.all(founders.map((by) => create(by, { id, name: by.name })));
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
  const reads = await Promise.all(founders.map((by) => read(by, id)));
  expect(reads.map(({ status }) => status)).toEqual(
    answers.map(({ status }) => (status === 201 ? 200 : 404)),
  );
});

test("409: nobody can sign up with an organization's id as handle", async () => {
  const id = unique("org");
  await ada.api.ok(createOrganization, { body: { id, name: "Acme" } });
  const body = { email: `${id}@example.org`, handle: id, name: "Eve", password: `pass ${id}` };
  expectProblem(await new Client().call(signUp, { body }), 409, "handle-taken");
});

test("400: an invalid id or name", async () => {
  const wrong = [
    { id: "a", name: "Acme" },
    { id: "Acme", name: "Acme" },
    { id: "-acme", name: "Acme" },
    { id: "acme corp", name: "Acme" },
    { id: "../acme", name: "Acme" },
    { id: "a".repeat(64), name: "Acme" },
    { id: uniqueOrgId(), name: " \u200b " },
    { id: uniqueOrgId(), name: "x".repeat(81) },
    { id: uniqueOrgId() },
  ];
  for (const json of wrong) {
    const answer = await ada.api.send("/organizations", { method: "POST", json });
    expectProblem(answer, 400, "invalid-request");
  }
});

test("200: owners and admins can rename; 403: members cannot", async () => {
  const orgId = await anOrganization(ada);
  await enroll(ada, orgId, bob, "admin");
  await enroll(ada, orgId, cleo, "member");
  expect((await rename(bob, orgId, "By Bob")).body).toMatchObject({
    name: "By Bob",
    role: "admin",
  });
  expect((await rename(ada, orgId, "By Ada")).body).toMatchObject({ name: "By Ada" });
  expectProblem(await rename(cleo, orgId), 403, "not-allowed");
  expect((await read(cleo, orgId)).body).toMatchObject({ name: "By Ada", role: "member" });
});

test("400: only the name can be changed", async () => {
  const orgId = await anOrganization(ada);
  const json = { name: "New", id: uniqueOrgId(), role: "member", createdAt: "2001-01-01" };
  const answer = await ada.api.send(`/organizations/${orgId}`, { method: "PATCH", json });
  const { errors } = expectProblem(answer, 400, "invalid-request");
  expect(Object.keys(errors ?? {})).toEqual(["id", "role", "createdAt"]);
});

test("404: a stranger cannot tell an organization from a missing one", async () => {
  const orgId = await anOrganization(ada);
  const said = [];
  for (const id of [orgId, uniqueOrgId()]) {
    for (const answer of [await read(cleo, id), await rename(cleo, id)]) {
      const { detail } = expectProblem(answer, 404, "organization-not-found");
      said.push(detail);
    }
  }
  expect(new Set(said).size).toBe(1);
});
