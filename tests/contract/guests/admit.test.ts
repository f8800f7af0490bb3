import { expect, test } from "vitest";
import { admitAllGuests, admitGuest, guestState, leaveAsGuest } from "@/lib/contracts/guests";
import { endLivestream } from "@/lib/contracts/livestreams";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  admit,
  aGuestWaiting,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  type Guest,
  join,
  mintOf,
  type Person,
} from "@/tests/support/api/factories";

const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);

const path = "/api/v1/livekit/guest/admit";
type Action = "admit" | "deny";
const decide = (by: Person, guest: Guest, action: Action, roomId = mintOf(guest)) =>
  by.api.call(admitGuest, { body: { roomId, guestIdentity: guest.identity, action } });
const statusOf = async ({ browser, invite }: Guest) =>
  (await browser.ok(guestState, { body: { inviteToken: invite.token } })).guest?.status;

for (const [action, status] of [
  ["admit", "admitted"],
  ["deny", "denied"],
] as const) {
  test(`200: ${action}, before and during the show`, async () => {
    for (const mint of [(await aLivestream(ada)).mint, await aLiveShow(ada)]) {
      const guest = await aGuestWaiting(await anInvite(ada, mint));
      const answer = await decide(ada, guest, action);
      expect(answer.status).toBe(200);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.body).toEqual({ code: 200 });
      expect(await statusOf(guest)).toBe(status);
    }
  });
}

test("201: with a trailing slash, as on the document's other page", async () => {
  const guest = await aGuestWaiting(await anInvite(ada, await aLiveShow(ada)));
  const json = { roomId: mintOf(guest), guestIdentity: guest.identity, action: "admit" };
  const answer = await ada.api.send(`${path}/`, { method: "POST", json });
  expect(answer.status).toBe(201);
  expect(answer.body).toEqual({ code: 200 });
});

test("200: repeating a decision succeeds, also for another host", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, bob, "host");
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  for (const host of [ada, ada, bob]) {
    expect((await decide(host, guest, "admit")).status).toBe(200);
  }
});

test("409: the opposite decision is too late and learns who decided", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, bob, "host");
  const invite = await anInvite(ada, mint);
  for (const [first, second] of [
    ["admit", "deny"],
    ["deny", "admit"],
  ] as const) {
    const guest = await aGuestWaiting(invite);
    await admit(ada, guest, first);
    const problem = expectProblem(await decide(bob, guest, second), 409, "already-decided");
    expect(problem.decidedBy).toBe("Ada");
    expect(await statusOf(guest)).toBe(first === "admit" ? "admitted" : "denied");
  }
});

test("409: a guest who left, or whose show ended, is no longer waiting", async () => {
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  const [gone, late] = [await aGuestWaiting(invite), await aGuestWaiting(invite)];
  await gone.browser.ok(leaveAsGuest, { body: { roomId: mint } });
  await ada.api.ok(endLivestream, { params: { mint } });
  for (const guest of [gone, late]) {
    for (const action of ["admit", "deny"] as const) {
      const problem = expectProblem(await decide(ada, guest, action), 409, "already-decided");
      expect(problem.decidedBy).toBeUndefined();
    }
  }
});

test("404: a stranger cannot tell another host's guest from a missing one", async () => {
  const guest = await aGuestWaiting(await anInvite(ada, await aLiveShow(ada)));
  const missing = await decide(bob, { ...guest, identity: "g_12345678" }, "admit");
  expectProblem(missing, 404, "guest-not-found");
  expect((await decide(bob, guest, "admit")).text).toBe(missing.text);
  expect((await decide(bob, guest, "deny", "NoSuchShow123456")).text).toBe(missing.text);
  const own = await aLiveShow(bob);
  expect((await decide(bob, guest, "admit", own)).text).toBe(missing.text);
  expect(await statusOf(guest)).toBe("waiting");
});

test("404: a viewer, a host and an unknown identity are not guests to admit", async () => {
  const mint = await aLiveShow(ada);
  for (const identity of ["v_12345678", ada.id, "g_12345678"]) {
    const body = { roomId: mint, guestIdentity: identity, action: "admit" as const };
    expectProblem(await ada.api.call(admitGuest, { body }), 404, "guest-not-found");
  }
});

const roomId = "NoSuchShow123456";
const guestIdentity = "g_12345678";
const refused: Record<string, Record<string, unknown>> = {
  "no room": { guestIdentity, action: "admit" },
  "no identity": { roomId, action: "admit" },
  "no action": { roomId, guestIdentity },
  "an unknown action": { roomId, guestIdentity, action: "remove" },
  "an action in capitals": { roomId, guestIdentity, action: "ADMIT" },
  "an action that is a list": { roomId, guestIdentity, action: ["admit"] },
  "an invalid identity": { roomId, guestIdentity: "Grace", action: "admit" },
  "an invalid room": { roomId: "a-b", guestIdentity, action: "admit" },
};
for (const [what, json] of Object.entries(refused)) {
  test(`400: ${what}`, async () => {
    expectProblem(await ada.api.send(path, { method: "POST", json }), 400, "invalid-request");
  });
}

test("200: admit all admits every waiting guest, returns how many, and readmits nobody", async () => {
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  const guests = await Promise.all([1, 2, 3].map(() => aGuestWaiting(invite)));
  const denied = await aGuestWaiting(invite);
  await admit(ada, denied, "deny");
  const elsewhere = await aGuestWaiting(await anInvite(ada, await aLiveShow(ada)));
  const answer = await ada.api.call(admitAllGuests, { body: { roomId: mint } });
  expect(answer.status).toBe(200);
  expect(answer.body).toEqual({ code: 200, admitted: 3 });
  expect(await Promise.all(guests.map(statusOf))).toEqual(["admitted", "admitted", "admitted"]);
  expect(await statusOf(denied)).toBe("denied");
  expect(await statusOf(elsewhere)).toBe("waiting");
  const again = await ada.api.ok(admitAllGuests, { body: { roomId: mint } });
  expect(again.admitted).toBe(0);
});

test("403: only hosts can admit all; 404: a private show, for a stranger; 400: without a room", async () => {
  const all = (by: Person, json: unknown) =>
    by.api.send("/api/v1/livekit/guest/admit-all", { method: "POST", json });
  expectProblem(await all(bob, { roomId: await aLiveShow(ada) }), 403, "not-allowed");
  expectProblem(await all(bob, { roomId: await aLiveShow(ada, "private") }), 404);
  expectProblem(await all(ada, {}), 400, "invalid-request");
});
