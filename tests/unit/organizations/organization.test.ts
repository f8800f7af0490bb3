import { expect, test } from "vitest";
import type { OrganizationRole } from "@/lib/contracts/organizations";
import { administers, mayChangeMember } from "@/lib/organizations/organization";

const roles = ["owner", "admin", "member", null] as const;
type Role = (typeof roles)[number];

test("an owner can change any role to any other", () => {
  for (const from of roles)
    for (const to of roles) expect(mayChangeMember({ by: "owner", from, to })).toBe(true);
});

test("an admin can only add and remove plain members", () => {
  const plain: Role[] = ["member", null];
  for (const from of roles) {
    for (const to of roles) {
      const may = plain.includes(from) && plain.includes(to);
      expect(mayChangeMember({ by: "admin", from, to })).toBe(may);
    }
  }
});

test("a member cannot change anything", () => {
  for (const from of roles)
    for (const to of roles) expect(mayChangeMember({ by: "member", from, to })).toBe(false);
});

test("owners have an admin's rights; members and strangers do not", () => {
  const administering = roles.filter((role: OrganizationRole | null) => administers(role));
  expect(administering).toEqual(["owner", "admin"]);
});
