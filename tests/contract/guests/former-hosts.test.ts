import { afterAll, beforeAll, expect, test } from "vitest";
import { messageGuest, placeGuest } from "@/lib/contracts/backstage";
import { admitAllGuests, admitGuest, guestState, listWaiting } from "@/lib/contracts/guests";
import { createInvite, listInvites, revokeInvite } from "@/lib/contracts/invites";
import { type Member, removeMember } from "@/lib/contracts/livestreams";
import { putGuestPicture, seeGuestPicture } from "@/lib/contracts/pictures";
import type { Answer } from "@/tests/support/api/client";
import { closeStreams, follow } from "@/tests/support/api/event-stream";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  admit,
  aGuestOnStage,
  aGuestWaiting,
  aLiveShow,
  anAccount,
  anInvite,
  type Guest,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { anOrganization, enroll } from "@/tests/support/api/organizations";
import { aPicture } from "@/tests/support/api/pictures";
import { until } from "@/tests/support/api/until";

let ada: Person;
let bob: Person;
beforeAll(async () => {
  [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
});
afterAll(closeStreams);

/** Ways to stop being a co-host. */
const endings: Record<string, (mint: string) => Promise<unknown>> = {
  dismissed: (mint) => ada.api.ok(removeMember, { params: { mint, accountId: bob.id } }),
  "made a viewer": (mint) => join(ada, mint, bob, "viewer" satisfies Member["role"]),
};
const decide = (by: Person, mint: string, { identity }: Guest, action: "admit" | "deny") =>
  by.api.call(admitGuest, { body: { roomId: mint, guestIdentity: identity, action } });
const statusOf = async ({ browser, invite }: Guest) =>
  (await browser.ok(guestState, { body: { inviteToken: invite.token } })).guest?.status;

for (const visibility of ["public", "private"] as const) {
  for (const [how, end] of Object.entries(endings)) {
    test(`${visibility}: a co-host who was ${how} decides about no guests, not even those of their own invites`, async () => {
      const mint = await aLiveShow(ada, visibility);
      await join(ada, mint, bob, "host");
      const wishes = [{}, { allowAll: true }, { allowedAdmins: [bob.id] }];
      const invites = await Promise.all(wishes.map((wish) => anInvite(bob, mint, wish)));
      const guests = await Promise.all(invites.map((invite) => aGuestWaiting(invite)));
      await end(mint);
      for (const guest of guests) {
        const params = { mint, identity: guest.identity };
        await guest.browser.ok(putGuestPicture, { params: { mint }, body: await aPicture() });
        const refused: [Answer, string][] = [
          [await decide(bob, mint, guest, "admit"), "guest-not-found"],
          [await decide(bob, mint, guest, "deny"), "guest-not-found"],
          [await bob.api.call(messageGuest, { params, body: { text: "Hi" } }), "guest-not-found"],
          [await bob.api.call(seeGuestPicture, { params, query: {} }), "picture-not-found"],
          [await bob.api.call(listWaiting, { query: { roomId: mint } }), "livestream-not-found"],
        ];
        for (const [answer, code] of refused) {
          expect(expectProblem(answer, 404).code).toBe(code);
        }
        expect(await statusOf(guest)).toBe("waiting");
      }
      const onStage = await aGuestOnStage(ada, await anInvite(ada, mint));
      const hostsOnly = [
        await bob.api.call(admitAllGuests, { body: { roomId: mint } }),
        await bob.api.call(listInvites, { query: { roomId: mint } }),
        await bob.api.call(createInvite, {
          body: { orgId: bob.handle, roomId: mint, durationSeconds: 60 },
        }),
        await bob.api.call(placeGuest, {
          params: { mint, identity: onStage.identity },
          body: { place: "backstage" },
        }),
      ];
      for (const { status } of hostsOnly) expect([403, 404]).toContain(status);
      // The links belong to the show: they keep working, and the hosts decide.
      const later = await Promise.all(invites.map((invite) => aGuestWaiting(invite)));
      // They may still revoke their own links; guests waiting with them stay in the waiting room.
      for (const { jti } of invites) await bob.api.ok(revokeInvite, { body: { jti } });
      for (const guest of [...guests, ...later]) await admit(ada, guest);
    });
  }
}

test("200: a former co-host decides as an admin of the organization for as long as they are one", async () => {
  const orgId = await anOrganization(ada);
  const mint = await aLiveShow(ada, "private");
  await enroll(ada, orgId, bob, "admin");
  await join(ada, mint, bob, "host");
  const invite = await anInvite(bob, mint, { orgId });
  const guests = [await aGuestWaiting(invite), await aGuestWaiting(invite)] as const;
  await ada.api.ok(removeMember, { params: { mint, accountId: bob.id } });
  expect((await decide(bob, mint, guests[0], "admit")).status).toBe(200);
  await enroll(ada, orgId, bob, "member");
  expectProblem(await decide(bob, mint, guests[1], "admit"), 404, "guest-not-found");
});

test("404: admins a co-host named from their own organization lose access along with the co-host", async () => {
  const [cleo, mint] = [await anAccount("Cleo"), await aLiveShow(ada)];
  await enroll(bob, bob.handle, cleo, "admin");
  await join(ada, mint, bob, "host");
  const invite = await anInvite(bob, mint, { allowedAdmins: [cleo.id] });
  const guests = [await aGuestWaiting(invite), await aGuestWaiting(invite)] as const;
  expect((await decide(cleo, mint, guests[0], "admit")).status).toBe(200);
  await ada.api.ok(removeMember, { params: { mint, accountId: bob.id } });
  expectProblem(await decide(cleo, mint, guests[1], "admit"), 404, "guest-not-found");
});

test("404: a dismissed co-host gains nothing by adding the creator to their own organization", async () => {
  const cleo = await anAccount("Cleo");
  const orgId = await anOrganization(cleo);
  const mint = await aLiveShow(ada, "private");
  await join(ada, mint, cleo, "host");
  const invite = await anInvite(cleo, mint, { orgId, allowAll: true });
  for (const role of ["member", "owner"] as const) {
    await enroll(cleo, orgId, ada, role);
    const guest = await aGuestWaiting(invite);
    await ada.api.call(removeMember, { params: { mint, accountId: cleo.id } });
    expectProblem(await decide(cleo, mint, guest, "admit"), 404, "guest-not-found");
    const list = await cleo.api.call(listWaiting, { query: { roomId: mint } });
    expectProblem(list, 404, "livestream-not-found");
    await admit(ada, guest);
  }
});

test("an open page of a dismissed co-host loses the guests it showed immediately", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, bob, "host");
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  const { next, frames } = await follow(bob.api, mint);
  expect(JSON.stringify(await next("guests.snapshot"))).toContain(guest.identity);
  const from = frames.length;
  await ada.api.ok(removeMember, { params: { mint, accountId: bob.id } });
  expect((await next("guests.snapshot", from)).data).toEqual({ version: 0, guests: [] });
});

test("an open waiting room of a former admin loses the guests it showed immediately", async () => {
  const orgId = await anOrganization(ada);
  const mint = await aLiveShow(ada, "private");
  await enroll(ada, orgId, bob, "admin");
  const guest = await aGuestWaiting(await anInvite(ada, mint, { orgId, allowAll: true }));
  const { frames } = await follow(bob.api, mint);
  await until("the guest appears", () => JSON.stringify(frames).includes(guest.identity));
  await enroll(ada, orgId, bob, "member");
  const emptied = await until("the list is empty", () =>
    frames.find(({ data }) => (data as { guests: unknown[] }).guests.length === 0),
  );
  expect(emptied.event).toBe("guests.snapshot");
});
