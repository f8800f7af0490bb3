import { beforeAll, expect, test } from "vitest";
import { admitGuest, guestState } from "@/lib/contracts/guests";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestWaiting,
  aLiveShow,
  anAccount,
  anInvite,
  join,
  type Person,
} from "@/tests/support/api/factories";

let hosts: [Person, Person];
let mint: string;
beforeAll(async () => {
  hosts = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
  mint = await aLiveShow(hosts[0]);
  await join(hosts[0], mint, hosts[1], "host");
});

test("of fifty simultaneous clicks by two hosts, one outcome wins and every answer agrees with it", async () => {
  const guest = await aGuestWaiting(await anInvite(hosts[0], mint));
  const clicks = Array.from({ length: 50 }, (_, n) => ({
    host: hosts[n % 2] as Person,
    action: n % 3 === 0 ? ("deny" as const) : ("admit" as const),
  }));
  const answers = await Promise.all(
    clicks.map(async ({ host, action }) => {
      const body = { roomId: mint, guestIdentity: guest.identity, action };
      return { action, answer: await host.api.call(admitGuest, { body }) };
    }),
  );
  const winners = answers.filter(({ answer }) => answer.status === 200);
  const [outcome, ...others] = new Set(winners.map(({ action }) => action));
  expect(others).toEqual([]);
  const losers = answers.filter(({ answer }) => answer.status !== 200);
  const deciders = losers.map(({ answer }) => {
    return expectProblem(answer, 409, "already-decided").decidedBy;
  });
  expect(new Set(losers.map(({ action }) => action)).has(outcome ?? "admit")).toBe(false);
  expect(new Set(deciders).size).toBe(1);
  expect(["Ada", "Bob"]).toContain(deciders[0]);
  const body = { inviteToken: guest.invite.token };
  const { guest: after } = await guest.browser.ok(guestState, { body });
  expect(after?.status).toBe(outcome === "admit" ? "admitted" : "denied");
});
