import { expect, test } from "vitest";
import { createApiKey } from "@/lib/contracts/accounts/api-keys";
import { exportData } from "@/lib/contracts/accounts/own-data";
import { editProfile } from "@/lib/contracts/accounts/profile";
import { deleteChat } from "@/lib/contracts/chat";
import { createProgrammeLink } from "@/lib/contracts/programme";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  aViewerToken,
  join,
  say,
  unique,
} from "@/tests/support/api/factories";
import { identityOf } from "@/tests/support/api/tokens";

test("200: everything about the account as a file, without secrets and other people's data", async () => {
  const [ada, bob] = await Promise.all([anAccount("Ada Lovelace"), anAccount("Bob")]);
  const [own, other] = [await aLiveShow(ada), await aLiveShow(bob)];
  await join(bob, other, ada, "host");
  const { key } = await ada.api.ok(createApiKey, { body: { name: "Bot", scopes: ["tokens"] } });
  await say(ada.api, own, "Kept");
  const { seq } = await say(ada.api, other, "Taken back");
  await ada.api.ok(deleteChat, { params: { mint: other, seq } });
  await say(bob.api, other, "Bob's own words");
  const link = await ada.api.ok(createProgrammeLink, { params: { mint: own } });
  const invite = await anInvite(ada, own, { label: "For Grace" });
  const guest = await aGuestOnStage(ada, invite, "Grace Hopper");
  await aHostToken(ada, { mint: other, creator: bob });
  const third = await aLiveShow(bob);
  const seen = identityOf(await aViewerToken(ada, third, false));
  const body = { identity: seen, ban: true, reason: "A note for hosts" };
  await bob.api.ok(removeParticipant, { params: { mint: third }, body });
  const handle = unique("h").slice(0, 30);
  await ada.api.ok(editProfile, { body: { handle } });

  const answer = await ada.api.call(exportData, {});
  expect(answer.headers.get("content-disposition")).toBe(
    `attachment; filename="greenroom-${handle}.json"`,
  );
  const data = await ada.api.ok(exportData, {});
  expect(data).toMatchObject({
    cut: [],
    account: { id: ada.id, handle, email: ada.email },
    formerHandles: [{ handle: ada.handle }],
    sessions: [{ current: true, door: "api" }],
    apiKeys: [{ name: "Bot", ending: key.slice(-4) }],
    organizations: [{ id: handle, role: "owner" }],
    livestreams: [{ mint: own }],
    memberships: [{ mint: other, role: "host" }],
    invites: [{ mint: own, label: "For Grace", revokedAt: null }],
    programmeLinks: [{ mint: own }],
    restrictions: [{ mint: third, kind: "ban", endsAt: null }],
  });
  expect(data.messages.map(({ mint, text }) => ({ mint, text }))).toEqual([
    { mint: other, text: null },
    { mint: own, text: "Kept" },
  ]);
  expect(data.decisions.map(({ event }) => event)).toContain("guest_admitted");
  const [row] = await sql<{ password_hash: string }>(
    "select password_hash from accounts where id = $1",
    [ada.id],
  );
  const secrets = [
    key,
    link.key,
    invite.token,
    invite.shortUrl,
    invite.jti,
    row?.password_hash ?? "none",
  ];
  const others = [bob.email, "Bob's own words", "Grace Hopper", guest.identity, "A note for hosts"];
  for (const hidden of [...secrets, ...others]) expect(answer.text).not.toContain(hidden);
});

test("429: ten exports in an hour", async () => {
  const ada = await anAccount("Ada");
  for (let times = 0; times < 10; times++) await ada.api.ok(exportData, {});
  expectProblem(await ada.api.call(exportData, {}), 429, "too-many-requests");
});
