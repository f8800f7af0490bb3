import { beforeAll, expect, test } from "vitest";
import { readAuditLog } from "@/lib/contracts/admin/audit-log";
import { liftAnyRestriction, listAllRestrictions } from "@/lib/contracts/admin/restrictions";
import { mutePerson, postChat } from "@/lib/contracts/chat";
import { guestState } from "@/lib/contracts/guests";
import { endLivestream } from "@/lib/contracts/livestreams";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { anAdmin } from "@/tests/support/api/admins";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aLiveShow,
  anAccount,
  anInvite,
  aViewerToken,
  type Person,
  say,
} from "@/tests/support/api/factories";
import { identityOf } from "@/tests/support/api/tokens";

let ada: Person;
let bob: Person;
let admin: Person;
beforeAll(async () => {
  [ada, bob, admin] = await Promise.all([anAccount("Ada"), anAccount("Bob"), anAdmin()]);
});

const listed = async (query: Record<string, string>) =>
  (await admin.api.ok(listAllRestrictions, { query })).restrictions;
const lift = (mint: string, subject: string, kind: "ban" | "mute") =>
  admin.api.ok(liftAnyRestriction, { params: { mint, subject, kind } });
const bans = (mint: string, identity: string, more = {}) =>
  ada.api.ok(removeParticipant, { params: { mint }, body: { identity, ban: true, ...more } });

test("200: bans and mutes of all shows, with show, host, reason and end, and lifted by an admin", async () => {
  const mint = await aLiveShow(ada);
  const identity = identityOf(await aViewerToken(bob, mint, false));
  await ada.api.ok(mutePerson, { params: { mint }, body: { subject: bob.id } });
  await bans(mint, identity, { reason: "Insults", banSeconds: 3_600 });
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint), "Grace");
  await bans(mint, guest.identity);
  const all = await listed({ q: mint });
  expect(all.map(({ kind, name, reason }) => [kind, name, reason])).toEqual([
    ["ban", "Grace", null],
    ["ban", "Bob", "Insults"],
    ["mute", "Bob", null],
  ]);
  expect(all[1]).toMatchObject({
    show: { mint, title: expect.any(String) },
    subject: bob.id,
    createdBy: "Ada",
    endsAt: expect.stringMatching(/Z$/),
  });
  expect(await listed({ q: `insults @${bob.handle}` })).toHaveLength(1);
  expect(await listed({ q: mint, kind: "mute" })).toHaveLength(1);
  const first = await admin.api.ok(listAllRestrictions, { query: { q: mint, limit: "2" } });
  expect(await listed({ q: mint, limit: "2", cursor: first.nextCursor ?? "" })).toEqual([all[2]]);

  expectProblem(
    await bob.api.call(postChat, { params: { mint }, body: { text: "hello" } }),
    403,
    "banned",
  );
  await lift(mint, bob.id, "ban");
  await lift(mint, bob.id, "mute");
  await lift(mint, bob.id, "mute");
  await say(bob.api, mint, "hello again");
  await lift(mint, guest.identity, "ban");
  const state = await guest.browser.ok(guestState, {
    body: { inviteToken: guest.invite.token },
  });
  expect(state.guest?.status).toBe("waiting");
  expect(await listed({ q: mint })).toEqual([]);
});

test("200: a ban that has ended is not listed, and one in a show that is over can be lifted", async () => {
  const mint = await aLiveShow(ada);
  await bans(mint, identityOf(await aViewerToken(bob, mint, false)));
  await ada.api.ok(endLivestream, { params: { mint } });
  await lift(mint, bob.id, "ban");
  expect(await listed({ q: mint })).toEqual([]);
  const other = await aLiveShow(ada);
  await bans(other, identityOf(await aViewerToken(bob, other, false)));
  await sql("update restrictions set ends_at = now() where mint = $1", [other]);
  expect(await listed({ q: other })).toEqual([]);
});

test("200: every decision of hosts and admins, by person, show and kind, page by page", async () => {
  const mint = await aLiveShow(ada);
  await ada.api.ok(mutePerson, { params: { mint }, body: { subject: bob.id } });
  await lift(mint, bob.id, "mute");
  const read = (query: Record<string, string>) => admin.api.ok(readAuditLog, { query });
  const { entries } = await read({ q: mint });
  expect(entries.map(({ event, by, subject }) => [event, by?.name, subject?.name])).toEqual([
    ["chat_unmuted", "Alan Admin", "Bob"],
    ["chat_muted", "Ada", "Bob"],
    ["show_started", "Ada", undefined],
  ]);
  expect(entries[1]).toEqual({
    seq: expect.any(Number),
    event: "chat_muted",
    at: expect.stringMatching(/Z$/),
    by: { id: ada.id, name: "Ada" },
    subject: { id: bob.id, name: "Bob" },
    show: { mint, title: expect.any(String) },
    detail: null,
  });
  expect((await read({ q: mint, event: "chat_muted" })).entries).toEqual([entries[1]]);
  expect((await read({ q: `@${bob.handle} ${mint}` })).entries).toHaveLength(2);
  const first = await read({ q: mint, limit: "2" });
  const rest = await read({ q: mint, limit: "2", cursor: first.nextCursor ?? "" });
  expect([...first.entries, ...rest.entries]).toEqual(entries);
  expect(rest.nextCursor).toBeNull();
});
