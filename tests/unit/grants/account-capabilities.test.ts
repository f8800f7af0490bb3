import { expect, test } from "vitest";
import {
  type AccountAction,
  accountCapabilities,
  mayActOn,
} from "@/lib/grants/account-capabilities";

const actions = Object.keys(accountCapabilities) as AccountAction[];
const roles = ["user", "admin", "super_admin"] as const;

test("a regular account may do nothing to anyone", () => {
  for (const action of actions) {
    for (const role of roles) expect(mayActOn("user", action, role)).toBe(false);
  }
});

test("an admin acts on regular accounts only", () => {
  for (const action of actions) {
    expect(mayActOn("admin", action, "admin")).toBe(false);
    expect(mayActOn("admin", action, "super_admin")).toBe(false);
  }
});

test("no one can suspend or demote the super admin, not even they themselves", () => {
  for (const action of ["suspend", "change-role", "hand-over"] as const) {
    for (const role of roles) expect(mayActOn(role, action, "super_admin")).toBe(false);
  }
});
