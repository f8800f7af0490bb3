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
  host: { accountId: "host", role: "host", administers: new Set(["own"]) },
  creator: { accountId: "creator", role: "creator", administers: new Set() },
  viewer: { accountId: "viewer", role: "viewer", administers: new Set() },
  "inviter, an admin": { accountId: "inviter", role: null, administers: new Set(["acme"]) },
  "inviter, neither host nor admin": { accountId: "inviter", role: null, administers: new Set() },
  admin: { accountId: "admin", role: null, administers: new Set(["acme"]) },
  "named admin": { accountId: "named", role: null, administers: new Set(["acme"]) },
  "named, but no longer an admin": { accountId: "named", role: null, administers: new Set() },
  "admin of another": { accountId: "other", role: null, administers: new Set(["other"]) },
};

const hosts = ["host", "creator"];
const admins = ["inviter, an admin", "admin", "named admin"];
const named = { allowedAdmins: ["named"] };

// One line per rule.
const table: [string, InviteRule, (keyof typeof people)[]][] = [
  ["neither", rule(), [...hosts, "inviter, an admin"]],
  ["any admin", rule({ allowAll: true }), [...hosts, ...admins]],
  ["named admins", rule(named), [...hosts, "named admin"]],
  ["both", rule({ allowAll: true, ...named }), [...hosts, ...admins]],
  ["neither, for an organization outside the show", rule({ outside: true }), hosts],
  ["any admin of such an organization", rule({ allowAll: true, outside: true }), hosts],
  ["named admins of such an organization", rule({ ...named, outside: true }), hosts],
];

for (const [name, invite, may] of table) {
  test(`${name}: ${may.join(", ")}`, () => {
    const deciders = Object.keys(people).filter((who) => mayDecide(people[who] as Decider, invite));
    expect(deciders).toEqual(may);
  });
}
