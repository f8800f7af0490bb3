import { expect, test } from "vitest";
import { type Decider, type InviteRule, mayDecide } from "@/lib/guests/decider";

const rule = (more: Partial<InviteRule> = {}): InviteRule => ({
  orgId: "acme",
  createdBy: "inviter",
  allowAll: false,
  allowedAdmins: [],
  ...more,
});
const people: Record<string, Decider> = {
  inviter: { accountId: "inviter", hosts: false, administers: new Set() },
  host: { accountId: "host", hosts: true, administers: new Set(["own"]) },
  admin: { accountId: "admin", hosts: false, administers: new Set(["acme"]) },
  "named admin": { accountId: "named", hosts: false, administers: new Set(["acme"]) },
  "named, but admin no more": { accountId: "named", hosts: true, administers: new Set() },
  "admin of another": { accountId: "other", hosts: false, administers: new Set(["other"]) },
};

// Read aloud, one line a rule.
const table: [string, InviteRule, (keyof typeof people)[]][] = [
  ["neither", rule(), ["inviter", "host", "named, but admin no more"]],
  ["any admin", rule({ allowAll: true }), ["admin", "named admin"]],
  ["named admins", rule({ allowedAdmins: ["named"] }), ["named admin"]],
  ["both", rule({ allowAll: true, allowedAdmins: ["named"] }), ["admin", "named admin"]],
];

for (const [name, invite, may] of table) {
  test(`${name}: ${may.join(", ")}`, () => {
    const deciders = Object.keys(people).filter((who) => mayDecide(people[who] as Decider, invite));
    expect(deciders).toEqual(may);
  });
}
