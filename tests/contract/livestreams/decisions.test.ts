import { expect, test } from "vitest";
import { createApiKey } from "@/lib/contracts/accounts/api-keys";
import { placeGuest } from "@/lib/contracts/backstage";
import { deleteChat, mutePerson, postChat, unmutePerson } from "@/lib/contracts/chat";
import { type LogEntry, readEventLog } from "@/lib/contracts/event-log";
import { admitGuest } from "@/lib/contracts/guests";
import { revokeInvite } from "@/lib/contracts/invites";
import { editLivestream, endLivestream, removeMember } from "@/lib/contracts/livestreams";
import { arrangeStage } from "@/lib/contracts/look";
import { createProgrammeLink, turnOffProgrammeLink } from "@/lib/contracts/programme";
import { liftRestriction, removeParticipant } from "@/lib/contracts/restrictions";
import { allowSources, featureViewer, unfeatureViewer } from "@/lib/contracts/stage";
import { Client } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  admit,
  aGuestOnStage,
  aGuestWaiting,
  aLiveShow,
  anAccount,
  anInvite,
  aViewerToken,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { identityOf } from "@/tests/support/api/tokens";

const [ada, bob, cleo] = await Promise.all([anAccount("Ada"), anAccount("Bob"), anAccount("Cleo")]);

const logOf = async (mint: string, query: { before?: string; limit?: string } = {}) =>
  (await ada.api.ok(readEventLog, { params: { mint }, query: { limit: "200", ...query } })).entries;
const decisionsIn = async (mint: string) => (await logOf(mint)).filter(({ by }) => by !== null);
/** The host, the decision, the person concerned, and the detail. */
const briefly = ({ by, event, name, detail }: LogEntry) => [by?.name, event, name, detail];
const lift = (by: Person, mint: string, subject: string) =>
  by.api.ok(liftRestriction, { params: { mint, subject } });

test("200: decisions about guests are logged with the host, the guest and the time", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, bob, "host");
  const invite = await anInvite(ada, mint);
  const guest = await aGuestOnStage(ada, invite, "Grace");
  const { identity } = guest;
  await bob.api.ok(placeGuest, { params: { mint, identity }, body: { place: "backstage" } });
  await ada.api.ok(removeParticipant, {
    params: { mint },
    body: { identity, ban: true, reason: "Spam" },
  });
  await lift(bob, mint, identity);
  const other = await aGuestWaiting(invite, "Mary");
  await admit(ada, other, "deny");
  const again = await lift(bob, mint, other.identity);
  await admit(bob, { ...other, identity: again.identity ?? "" }, "admit", "backstage");
  await ada.api.ok(revokeInvite, { body: { jti: invite.jti } });
  await bob.api.ok(createProgrammeLink, { params: { mint } });
  for (let times = 0; times < 2; times++)
    await ada.api.ok(turnOffProgrammeLink, { params: { mint } });
  const decisions = await decisionsIn(mint);
  expect(decisions.map(briefly)).toEqual([
    ["Ada", "show_started", null, null],
    ["Ada", "role_given", "Bob", "host"],
    ["Ada", "guest_admitted", "Grace", "stage"],
    ["Bob", "guest_moved", "Grace", "backstage"],
    ["Ada", "person_banned", "Grace", "Spam"],
    ["Bob", "ban_lifted", "Grace", null],
    ["Bob", "guest_reinstated", "Grace", null],
    ["Ada", "guest_denied", "Mary", null],
    ["Bob", "guest_reinstated", "Mary", null],
    ["Bob", "guest_admitted", "Mary", "backstage"],
    ["Ada", "invite_revoked", null, null],
    ["Bob", "programme_link_created", null, null],
    ["Ada", "programme_link_turned_off", null, null],
  ]);
  expect(decisions[2]).toEqual({
    seq: expect.any(Number),
    event: "guest_admitted",
    happenedAt: expect.stringMatching(/Z$/),
    sid: null,
    identity,
    name: "Grace",
    role: "guest",
    track: null,
    by: { id: ada.id, name: "Ada" },
    detail: "stage",
  });
  expect(Math.abs(Date.now() - Date.parse(decisions[2]?.happenedAt ?? ""))).toBeLessThan(60_000);
});

test("200: decisions about viewers, the chat, the stage and the show are logged", async () => {
  const mint = await aLiveShow(ada);
  const params = { mint };
  const identity = identityOf(await aViewerToken(bob, mint, false));
  await ada.api.ok(mutePerson, { params, body: { subject: bob.id } });
  await ada.api.ok(unmutePerson, { params: { mint, subject: bob.id } });
  const { seq } = await bob.api.ok(postChat, { params, body: { text: "hello" } });
  await ada.api.ok(deleteChat, { params: { mint, seq } });
  for (const slowModeSeconds of [5, 5]) {
    await ada.api.ok(editLivestream, { params, body: { slowModeSeconds } });
  }
  await ada.api.ok(featureViewer, { params, body: { identity } });
  const body = { canPublishSources: ["camera" as const] };
  await ada.api.ok(allowSources, { params: { mint, identity }, body });
  await ada.api.ok(unfeatureViewer, { params: { mint, identity } });
  await ada.api.ok(arrangeStage, { params, body: { layout: "grid" } });
  await ada.api.ok(arrangeStage, { params, body: { showNames: false, banner: "Soon" } });
  await join(ada, mint, cleo, "viewer");
  await ada.api.ok(removeMember, { params: { mint, accountId: cleo.id } });
  await ada.api.ok(removeParticipant, { params, body: { identity } });
  await ada.api.ok(endLivestream, { params });
  expect((await decisionsIn(mint)).map(briefly)).toEqual([
    ["Ada", "show_started", null, null],
    ["Ada", "chat_muted", "Bob", null],
    ["Ada", "chat_unmuted", "Bob", null],
    ["Ada", "message_deleted", "Bob", null],
    ["Ada", "chat_rules_changed", null, "slowModeSeconds"],
    ["Ada", "viewer_featured", "Bob", null],
    ["Ada", "sources_allowed", "Bob", null],
    ["Ada", "viewer_unfeatured", "Bob", null],
    ["Ada", "look_changed", null, "layout"],
    ["Ada", "look_changed", null, null],
    ["Ada", "role_given", "Cleo", "viewer"],
    ["Ada", "role_taken", "Cleo", null],
    ["Ada", "person_removed", "Bob", null],
    ["Ada", "show_ended", null, null],
  ]);
});

test("200: a decision by an API key is its account's", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  const { key } = await ada.api.ok(createApiKey, { body: { name: "Bot", scopes: ["guests"] } });
  const body = { roomId: mint, guestIdentity: guest.identity, action: "admit" as const };
  await new Client(key).ok(admitGuest, { body });
  expect((await decisionsIn(mint)).at(-1)).toMatchObject({
    event: "guest_admitted",
    by: { id: ada.id, name: "Ada" },
  });
});

test("200: two hosts at once make one entry; a repeated or refused decision makes none", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, bob, "host");
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  const count = async () => (await decisionsIn(mint)).length;
  const before = await count();
  await Promise.all([admit(ada, guest), admit(bob, guest)]);
  await admit(ada, guest);
  expect(await count()).toBe(before + 1);
  const body = { roomId: mint, guestIdentity: guest.identity, action: "deny" as const };
  expectProblem(await bob.api.call(admitGuest, { body }), 409, "already-decided");
  expectProblem(await cleo.api.call(admitGuest, { body }), 404, "guest-not-found");
  for (const layout of ["grid", "grid"] as const) {
    await bob.api.ok(arrangeStage, { params: { mint }, body: { layout } });
  }
  await join(ada, mint, bob, "host");
  await ada.api.ok(removeMember, { params: { mint, accountId: cleo.id } });
  expect(await count()).toBe(before + 2);
  for (const who of [ada, bob, ada]) {
    await who.api.ok(mutePerson, { params: { mint }, body: { subject: cleo.id } });
  }
  expect(await count()).toBe(before + 3);
});

test("200: page by page, with LiveKit's events and decisions in one order", async () => {
  const mint = await aLiveShow(ada);
  for (const banner of ["1", "2", "3", "4", "5"]) {
    await ada.api.ok(arrangeStage, { params: { mint }, body: { banner } });
    await sql("insert into webhook_events (id, event, mint) values ($1, 'egress_started', $2)", [
      `${mint} ${banner}`,
      mint,
    ]);
  }
  // LiveKit may report the real room in between.
  const ours = (entries: LogEntry[]) =>
    entries.filter(({ event }) => event === "egress_started" || event === "look_changed");
  const whole = ours(await logOf(mint));
  expect(new Set(whole.map(({ seq }) => seq)).size).toBe(10);
  const found: LogEntry[] = [];
  for (let pages = 0; pages < 9; pages++) {
    const before = found[0] ? { before: String(found[0].seq) } : {};
    found.unshift(...(await logOf(mint, { limit: "3", ...before })));
  }
  expect(ours(found)).toEqual(whole);
});

test("404: strangers do not read the decisions of a private show", async () => {
  const mint = await aLiveShow(ada, "private");
  const read = await cleo.api.call(readEventLog, { params: { mint }, query: {} });
  expectProblem(read, 404, "livestream-not-found");
});
