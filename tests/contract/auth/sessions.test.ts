import { expect, test } from "vitest";
import { isAdmin, isSuperAdmin, logout, myProfile } from "@/lib/contracts/accounts/auth";
import { theSuperAdmin } from "@/tests/support/api/actors";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { anAccount, signedIn } from "@/tests/support/api/factories";
import { signBearer } from "@/tests/support/api/tokens";

test("200: my profile, without the password hash", async () => {
  const ada = await anAccount("Ada Lovelace");
  const { password: _, api, ...profile } = ada;
  const answer = await api.call(myProfile, {});
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.body).toEqual(profile);
});

const roles = [
  ["user", false, false],
  ["admin", true, false],
] as const;
for (const [role, admin, superAdmin] of roles) {
  test(`200: the permissions of the role ${role}`, async () => {
    const { id, api } = await anAccount();
    await sql("update accounts set role = $2 where id = $1", [id, role]);
    expect(await api.ok(isAdmin, {})).toEqual({ isAdmin: admin });
    expect(await api.ok(isSuperAdmin, {})).toEqual({ isSuperAdmin: superAdmin });
  });
}

test("200: the installation has exactly one super admin, who is also an admin", async () => {
  const { api } = await anAccount();
  const founder = await theSuperAdmin();
  const founders = await sql("select from accounts where role = 'super_admin'");
  expect(founders).toHaveLength(1);
  expect(await founder.ok(isAdmin, {})).toEqual({ isAdmin: true });
  expect(await founder.ok(isSuperAdmin, {})).toEqual({ isSuperAdmin: true });
  expect(await api.ok(isSuperAdmin, {})).toEqual({ isSuperAdmin: false });
});

test("200: logging out ends this session immediately, and no other of the account", async () => {
  const ada = await anAccount();
  const other = await signedIn(ada);
  const answer = await ada.api.call(logout, {});
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ loggedOut: true });
  expectProblem(await ada.api.call(myProfile, {}), 401, "not-signed-in");
  expectProblem(await ada.api.call(logout, {}), 401, "not-signed-in");
  expect((await other.call(myProfile, {})).status).toBe(200);
});

test("401: a session that has expired in the database, whatever its token says", async () => {
  const { id, api } = await anAccount();
  await sql("update sessions set expires_at = now() - interval '1 second' where account_id = $1", [
    id,
  ]);
  expectProblem(await api.call(myProfile, {}), 401, "not-signed-in");
});

test("401: a token signed with another secret, unsigned, or with wrong claims", async () => {
  const { id, api } = await anAccount();
  const [row] = await sql<{ sid: string }>("select id as sid from sessions where account_id = $1", [
    id,
  ]);
  const claims = { sid: row?.sid, sub: id };
  const [header = "", payload = ""] = (await signBearer(claims)).split(".");
  const none = Buffer.from('{"alg":"none"}').toString("base64url");
  const forged = [
    await signBearer(claims, "another secret of a fitting length"),
    `${none}.${payload}.`,
    `${header}.${payload}.`,
    await signBearer({ ...claims, aud: "greenroom-invite" }),
    await signBearer({ ...claims, iss: "somebody" }),
    await signBearer({ sub: id }),
  ];
  for (const token of forged) {
    expectProblem(await new Client(token).call(myProfile, {}), 401, "not-signed-in");
  }
  expect((await new Client(await signBearer(claims)).call(myProfile, {})).status).toBe(200);
  expect((await api.call(myProfile, {})).status).toBe(200);
});

test("401: an Authorization header of another kind", async () => {
  for (const authorization of ["Basic YTpi", "Bearer", "Bearer a b", "Token x", "bearer:x"]) {
    const answer = await new Client().send("/auth/my-profile", { headers: { authorization } });
    expectProblem(answer, 401, "not-signed-in");
  }
});
