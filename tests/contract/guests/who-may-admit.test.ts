import { beforeAll, expect, test } from "vitest";
import { admitAllGuests, admitGuest, guestState } from "@/lib/contracts/guests";
import { type OrganizationRole, removeOrganizationMember } from "@/lib/contracts/organizations";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestWaiting,
  aLiveShow,
  anAccount,
  anInvite,
  type Guest,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { enroll } from "@/tests/support/api/organizations";

// The organization is the creator's. The cases differ in these words only.
let people: Record<"creator" | "coHost" | "admin" | "named" | "member" | "stranger", Person>;
let mint: string;

beforeAll(async () => {
  const names = ["creator", "coHost", "admin", "named", "member", "stranger"] as const;
  const made = await Promise.all(names.map(async (name) => [name, await anAccount(name)] as const));
  people = Object.fromEntries(made) as typeof people;
  const { creator, coHost, admin, named, member } = people;
  mint = await aLiveShow(creator);
  await join(creator, mint, coHost, "host");
  await inOrganization(admin, "admin");
  await inOrganization(named, "admin");
  await inOrganization(member, "member");
});

const inOrganization = (who: Person, role: OrganizationRole) =>
  enroll(people.creator, people.creator.handle, who, role);

const decide = (by: Person, { identity }: Guest) =>
  by.api.call(admitGuest, {
    body: { roomId: mint, guestIdentity: identity, action: "admit" },
  });

type Name = keyof typeof people;
const rules: { rule: string; wish: () => object; admins: Name[] }[] = [
  { rule: "neither: only the show's hosts can admit", wish: () => ({}), admins: [] },
  {
    rule: "allowAll: the hosts and any admin of the organization can admit",
    wish: () => ({ allowAll: true }),
    admins: ["admin", "named"],
  },
  {
    rule: "allowedAdmins: the hosts and these admins can admit",
    wish: () => ({ allowedAdmins: [people.named.id] }),
    admins: ["named"],
  },
  {
    rule: "both: the hosts and any admin of the organization can admit",
    wish: () => ({ allowAll: true, allowedAdmins: [people.named.id] }),
    admins: ["admin", "named"],
  },
];

for (const { rule, wish, admins } of rules) {
  test(`200 or 404. ${rule}`, async () => {
    const invite = await anInvite(people.creator, mint, wish());
    const may = ["creator", "coHost", ...admins];
    for (const name of Object.keys(people) as Name[]) {
      const guest = await aGuestWaiting(invite);
      const answer = await decide(people[name], guest);
      if (may.includes(name)) expect([name, answer.status]).toEqual([name, 200]);
      else expectProblem(answer, 404, "guest-not-found");
    }
  });
}

test("200: a co-host and the other hosts decide about the guests of a co-host's invite", async () => {
  const invite = await anInvite(people.coHost, mint);
  for (const name of ["coHost", "creator"] as const) {
    expect((await decide(people[name], await aGuestWaiting(invite))).status).toBe(200);
  }
  expectProblem(await decide(people.admin, await aGuestWaiting(invite)), 404, "guest-not-found");
});

test("404: an admin's role counts at the time of the decision, not of the invite", async () => {
  const { creator } = people;
  const former = await anAccount("former");
  await inOrganization(former, "admin");
  const invite = await anInvite(creator, mint, { allowedAdmins: [former.id] });
  expect((await decide(former, await aGuestWaiting(invite))).status).toBe(200);
  await inOrganization(former, "member");
  expectProblem(await decide(former, await aGuestWaiting(invite)), 404, "guest-not-found");
});

test("404: an admin who was removed from the organization, or left it, cannot admit from then on", async () => {
  const { creator } = people;
  const orgId = creator.handle;
  const [removed, left] = await Promise.all([anAccount("removed"), anAccount("left")]);
  for (const each of [removed, left]) await inOrganization(each, "admin");
  const invite = await anInvite(creator, mint, { allowAll: true });
  const guests = [await aGuestWaiting(invite), await aGuestWaiting(invite)] as const;
  await creator.api.ok(removeOrganizationMember, { params: { orgId, accountId: removed.id } });
  await left.api.ok(removeOrganizationMember, { params: { orgId, accountId: left.id } });
  expectProblem(await decide(removed, guests[0]), 404, "guest-not-found");
  expectProblem(await decide(left, guests[1]), 404, "guest-not-found");
});

test("200: someone who becomes an admin later can admit guests who are already waiting", async () => {
  const later = await anAccount("later");
  const guest = await aGuestWaiting(await anInvite(people.creator, mint, { allowAll: true }));
  expectProblem(await decide(later, guest), 404, "guest-not-found");
  await inOrganization(later, "admin");
  expect((await decide(later, guest)).status).toBe(200);
});

test("404: an admin of another organization cannot admit this one's guests", async () => {
  const invite = await anInvite(people.creator, mint, { allowAll: true });
  expectProblem(await decide(people.stranger, await aGuestWaiting(invite)), 404);
});

test("200: admit all admits the guests of every invite", async () => {
  const own = await aLiveShow(people.creator);
  const mine = await aGuestWaiting(await anInvite(people.creator, own));
  const wish = { allowedAdmins: [people.named.id] };
  const theirs = await aGuestWaiting(await anInvite(people.creator, own, wish));
  const { admitted } = await people.creator.api.ok(admitAllGuests, { body: { roomId: own } });
  expect(admitted).toBe(2);
  const statuses = [mine, theirs].map(async ({ browser, invite }) => {
    const { guest } = await browser.ok(guestState, { body: { inviteToken: invite.token } });
    return guest?.status;
  });
  expect(await Promise.all(statuses)).toEqual(["admitted", "admitted"]);
});

test("200: allowAll admits nobody automatically", async () => {
  const guest = await aGuestWaiting(await anInvite(people.creator, mint, { allowAll: true }));
  const body = { inviteToken: guest.invite.token };
  const state = await guest.browser.ok(guestState, { body });
  expect(state.guest?.status).toBe("waiting");
});
