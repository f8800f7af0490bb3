import { expect, test } from "vitest";
import { changeRole, handOver } from "@/lib/admin/change-role";
import { liftSuspension, suspendAccount } from "@/lib/admin/suspend-account";
import { createResetLink } from "@/lib/auth/create-reset-link";
import { appContext } from "@/lib/context";
import { signUp } from "@/lib/sign-up/sign-up";
import { sql } from "@/tests/support/api/database";
import { ownDatabase } from "@/tests/support/own/postgres";

// The tests' installation needs its super admin: this is another one.
await ownDatabase();
const context = appContext();

const person = (handle: string) => ({
  email: `${handle}@example.org`,
  handle,
  name: handle,
  password: `pass ${handle}`,
});
const rolesNow = async () =>
  (await sql("select handle, role from accounts where role <> 'user' order by handle")).map(
    ({ handle, role }) => `${handle}: ${role}`,
  );

test("the super admin hands over with their password, and there is always exactly one", async () => {
  const ada = await signUp(context, { ...person("ada"), fromThisMachine: true });
  const bob = await signUp(context, person("bob"));
  const currentPassword = "pass ada";
  const refused = [
    [ada, { handle: "bob", currentPassword: "wrong" }, "wrong-password"],
    [bob, { handle: "bob", currentPassword: "pass bob" }, "not-allowed"],
    [ada, { handle: "ada", currentPassword }, "not-allowed"],
    [ada, { handle: "nobody", currentPassword }, "account-not-found"],
  ] as const;
  for (const [by, wanted, code] of refused) {
    await expect(handOver(context, by, wanted)).rejects.toMatchObject({ code });
  }
  await suspendAccount(context, ada, { handle: "bob", reason: "Away" });
  const toBob = { handle: "bob", currentPassword };
  await expect(handOver(context, ada, toBob)).rejects.toMatchObject({ code: "account-suspended" });
  await liftSuspension(context, ada, "bob");
  expect(await rolesNow()).toEqual(["ada: super_admin"]);

  await createResetLink(context, ada, "bob");
  expect((await handOver(context, ada, toBob)).role).toBe("super_admin");
  expect(await rolesNow()).toEqual(["ada: admin", "bob: super_admin"]);
  // A link that an admin made before would give them the super admin's account.
  expect(await sql("select from password_resets")).toEqual([]);
  const again = handOver(context, ada, { handle: "bob", currentPassword });
  await expect(again).rejects.toMatchObject({ code: "not-allowed" });
  await expect(changeRole(context, ada, { handle: "bob", role: "user" })).rejects.toMatchObject({
    code: "not-allowed",
  });

  const log = await sql("select event, subject_name, detail from audit_log order by seq");
  expect(log.map(({ event, subject_name: name }) => [event, name])).toEqual([
    ["account_suspended", "bob"],
    ["suspension_lifted", "bob"],
    ["reset_link_created", "bob"],
    ["super_admin_changed", "bob"],
  ]);
});
