import { expect, test } from "vitest";
import { type Decider, type InviteRule, mayDecide } from "@/lib/guests/decider";

const rule = (more: Partial<InviteRule> = {}): InviteRule => ({
  orgId: "acme",
  createdBy: "inviter",
  allowAll: false,
  allowedAdmins: [],
  outside: false,
  ...more,
});
const people: Record<string, Decider> = {
  host: { accountId: "host", hosts: true, administers: new Set(["own"]) },
  "inviter, an admin": { accountId: "inviter", hosts: false, administers: new Set(["acme"]) },
  "inviter, neither host nor admin": { accountId: "inviter", hosts: false, administers: new Set() },
  admin: { accountId: "admin", hosts: false, administers: new Set(["acme"]) },
  "named admin": { accountId: "named", hosts: false, administers: new Set(["acme"]) },
  "named, but no longer an admin": { accountId: "named", hosts: false, administers: new Set() },
  "admin of another": { accountId: "other", hosts: false, administers: new Set(["other"]) },
};

const admins = ["inviter, an admin", "admin", "named admin"];
const named = { allowedAdmins: ["named"] };

// Read aloud, one line a rule.
const table: [string, InviteRule, (keyof typeof people)[]][] = [
  ["neither", rule(), ["host", "inviter, an admin"]],
  ["any admin", rule({ allowAll: true }), ["host", ...admins]],
  ["named admins", rule(named), ["host", "named admin"]],
  ["both", rule({ allowAll: true, ...named }), ["host", ...admins]],
  ["neither, of an organization outside the show", rule({ outside: true }), ["host"]],
  ["any admin of such a one", rule({ allowAll: true, outside: true }), ["host"]],
  ["named admins of such a one", rule({ ...named, outside: true }), ["host"]],
];

for (const [name, invite, may] of table) {
  test(`${name}: ${may.join(", ")}`, () => {
    const deciders = Object.keys(people).filter((who) => mayDecide(people[who] as Decider, invite));
    expect(deciders).toEqual(may);
  });
}
