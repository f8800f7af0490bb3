import { expect, test } from "vitest";
import { makeSuperAdmin } from "@/lib/admin/change-role";
import { appContext } from "@/lib/context";
import { signUp } from "@/lib/sign-up/sign-up";
import { sql } from "@/tests/support/api/database";
import { ownDatabase } from "@/tests/support/own/postgres";

await ownDatabase();
const context = appContext();

test("make-super-admin hands the role over: there is always one", async () => {
  for (const handle of ["ada", "bob"]) {
    const person = {
      email: `${handle}@example.org`,
      handle,
      name: handle,
      password: "long enough",
    };
    await signUp(context, { ...person, fromThisMachine: true });
  }
  const roles = () => sql("select handle, role from accounts order by handle");
  expect(await roles()).toEqual([
    { handle: "ada", role: "super_admin" },
    { handle: "bob", role: "user" },
  ]);
  await makeSuperAdmin(context, "bob");
  await makeSuperAdmin(context, "bob");
  expect(await roles()).toEqual([
    { handle: "ada", role: "admin" },
    { handle: "bob", role: "super_admin" },
  ]);
  await expect(makeSuperAdmin(context, "cleo")).rejects.toMatchObject({
    code: "account-not-found",
  });
  expect(await roles()).toContainEqual({ handle: "bob", role: "super_admin" });
});
