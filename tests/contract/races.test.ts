import { expect, test } from "vitest";
import { appContext } from "@/lib/context";
import { messageGuest, placeGuest } from "@/lib/contracts/backstage";
import { postChat } from "@/lib/contracts/chat";
import { admitGuest, guestState, roomAuth } from "@/lib/contracts/guests";
import { createInvite, revokeInvite } from "@/lib/contracts/invites";
import { editLivestream, readLivestream } from "@/lib/contracts/livestreams";
import { arrangeStage } from "@/lib/contracts/look";
import { renameOrganization } from "@/lib/contracts/organizations";
import { putCover } from "@/lib/contracts/pictures";
import { removeParticipant } from "@/lib/contracts/restrictions";
import { allowSources, featureViewer } from "@/lib/contracts/stage";
import { endLivestream } from "@/lib/show/end-livestream";
import { Client } from "@/tests/support/api/client";
import { overtake, sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aGuestWaiting,
  aLiveShow,
  aLivestream,
  anAccount,
  anInvite,
  aViewerToken,
  join,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { anOrganization, enroll } from "@/tests/support/api/organizations";
import { aPicture } from "@/tests/support/api/pictures";
import { identityOf } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";

// Two people act at once: what one request has read is stale before it writes.
const [ada, bob] = await Promise.all([anAccount("Ada"), anAccount("Bob")]);
const livestream = (mint: string) => ({ table: "livestreams", key: "mint", value: mint });
const away = (awaySince: Date) => ({ by: null, awaySince });
const dismiss = "delete from livestream_members where mint = $1 and account_id = $2";

test("a guest admitted while the sweep clears the waiting room stays on stage", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestWaiting(await anInvite(ada, mint));
  const versionOf = async () => {
    const [row] = await sql<{ v: number }>(
      "select guest_version as v from livestreams where mint = $1",
      [mint],
    );
    return row?.v ?? 0;
  };
  const before = await versionOf();
  await overtake(
    livestream(mint),
    // The sweep runs on its own.
    () =>
      sql("update participants set created_at = now() - interval '2 minutes' where identity = $1", [
        guest.identity,
      ]),
    (database) =>
      database.query("update guests set status = 'admitted' where identity = $1", [guest.identity]),
  );
  await until("the sweep has moved on", async () => (await versionOf()) > before);
  const state = await guest.browser.ok(guestState, { body: { inviteToken: guest.invite.token } });
  expect(state.guest?.status).toBe("admitted");
});

test("a show whose host returns while the sweep is ending it continues", async () => {
  const mint = await aLiveShow(ada);
  const now = Date.now();
  const seen = "update livestreams set host_seen_at = $2 where mint = $1";
  await sql(seen, [mint, new Date(now - 60_000)]);
  await overtake(
    livestream(mint),
    () => endLivestream(appContext(), mint, away(new Date(now - 30_000))),
    (database) => database.query(seen, [mint, new Date(now)]),
  );
  expect((await ada.api.ok(readLivestream, { params: { mint } })).status).toBe("live");
  await endLivestream(appContext(), mint, away(new Date(now + 30_000)));
  expect((await ada.api.ok(readLivestream, { params: { mint } })).status).toBe("ended");
});

test("404: a co-host who is dismissed in the middle of a decision cannot complete it", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, bob, "host");
  const invite = await anInvite(bob, mint);
  const [guest, onStage] = [await aGuestWaiting(invite), await aGuestOnStage(ada, invite)];
  const attempts = [
    () =>
      bob.api.call(admitGuest, {
        body: { roomId: mint, guestIdentity: guest.identity, action: "admit" },
      }),
    () =>
      bob.api.call(messageGuest, {
        params: { mint, identity: guest.identity },
        body: { text: "Come in" },
      }),
    () =>
      bob.api.call(placeGuest, {
        params: { mint, identity: onStage.identity },
        body: { place: "waiting-room" },
      }),
    () =>
      bob.api.call(removeParticipant, { params: { mint }, body: { identity: onStage.identity } }),
    () =>
      bob.api.call(createInvite, {
        body: { orgId: bob.handle, roomId: mint, durationSeconds: 60 },
      }),
  ];
  for (const attempt of attempts) {
    await join(ada, mint, bob, "host");
    const answer = await overtake(livestream(mint), attempt, (database) =>
      database.query(dismiss, [mint, bob.id]),
    );
    expect([403, 404], answer.text).toContain(answer.status);
  }
  expect(await passesTheGate(onStage.token)).toBe(true);
  await join(ada, mint, bob, "host");
  await overtake(
    livestream(mint),
    () => bob.api.call(revokeInvite, { body: { jti: invite.jti } }),
    (database) => database.query(dismiss, [mint, bob.id]),
  );
  const state = await guest.browser.ok(guestState, { body: { inviteToken: invite.token } });
  expect(state).toMatchObject({ guest: { status: "waiting", message: null } });
});

test("403: a viewer who becomes a co-host in the middle of their removal stays", async () => {
  const mint = await aLiveShow(ada);
  const token = await aViewerToken(bob, mint, false);
  const answer = await overtake(
    livestream(mint),
    () =>
      ada.api.call(removeParticipant, {
        params: { mint },
        body: { identity: identityOf(token), ban: true },
      }),
    (database) =>
      database.query(
        "insert into livestream_members (mint, account_id, role) values ($1, $2, 'host')",
        [mint, bob.id],
      ),
  );
  expectProblem(answer, 403, "not-allowed");
  expect(await passesTheGate(token)).toBe(true);
});

test("410: the invite is revoked in the middle of a knock; 409: the show ends in the middle of one", async () => {
  const mint = await aLiveShow(ada);
  const invite = await anInvite(ada, mint);
  const knock = () =>
    new Client().call(roomAuth, { body: { inviteToken: invite.token, guestName: "Grace" } });
  const revoked = await overtake(livestream(mint), knock, (database) =>
    database.query("update invites set revoked_at = now() where jti = $1", [invite.jti]),
  );
  expectProblem(revoked, 410, "invite-revoked");
  await sql("update invites set revoked_at = null where jti = $1", [invite.jti]);
  const ended = await overtake(livestream(mint), knock, (database) =>
    database.query("update livestreams set status = 'ended' where mint = $1", [mint]),
  );
  expectProblem(ended, 409, "livestream-ended");
  expect(await sql("select from guests where jti = $1", [invite.jti])).toHaveLength(0);
});

test("404: a message to a guest who is just leaving is refused", async () => {
  const mint = await aLiveShow(ada);
  const { identity } = await aGuestWaiting(await anInvite(ada, mint));
  const answer = await overtake(
    livestream(mint),
    () => ada.api.call(messageGuest, { params: { mint, identity }, body: { text: "Hello" } }),
    (database) =>
      database.query("update guests set status = 'left' where identity = $1", [identity]),
  );
  expectProblem(answer, 404, "guest-not-found");
});

test("409: a show that is just going live cannot become private", async () => {
  const { mint } = await aLivestream(ada);
  const answer = await overtake(
    livestream(mint),
    () => ada.api.call(editLivestream, { params: { mint }, body: { visibility: "private" } }),
    (database) =>
      database.query(
        "update livestreams set status = 'live', started_at = now(), host_seen_at = now() where mint = $1",
        [mint],
      ),
  );
  expectProblem(answer, 409, "livestream-live");
});

test("409: a show that is just ending keeps its look", async () => {
  const mint = await aLiveShow(ada);
  const answer = await overtake(
    livestream(mint),
    () => ada.api.call(arrangeStage, { params: { mint }, body: { banner: "Too late" } }),
    (database) => database.query("update livestreams set status = 'ended' where mint = $1", [mint]),
  );
  expectProblem(answer, 409, "livestream-ended");
});

test("409: a viewer who is just leaving the stage cannot have their sources limited", async () => {
  const mint = await aLiveShow(ada);
  const identity = identityOf(await aViewerToken(bob, mint, false));
  await ada.api.ok(featureViewer, { params: { mint }, body: { identity } });
  const answer = await overtake(
    { turn: `stage ${mint} ${bob.id}` },
    () =>
      ada.api.call(allowSources, {
        params: { mint, identity },
        body: { canPublishSources: ["microphone"] },
      }),
    (database) => database.query("delete from featured_viewers where mint = $1", [mint]),
  );
  expectProblem(answer, 409, "not-on-stage");
  const [row] = await sql("select sources from participants where identity = $1", [identity]);
  expect(row).toEqual({ sources: null });
});

test("403: a co-host who is dismissed while their cover is being processed changes nothing", async () => {
  const mint = await aLiveShow(ada);
  await join(ada, mint, bob, "host");
  const answer = await overtake(
    livestream(mint),
    async () => bob.api.call(putCover, { params: { mint }, body: await aPicture() }),
    (database) => database.query(dismiss, [mint, bob.id]),
  );
  expectProblem(answer, 403, "not-allowed");
  expect((await ada.api.ok(readLivestream, { params: { mint } })).cover).toBeNull();
});

test("404: an admin who is just being removed cannot rename the organization", async () => {
  const orgId = await anOrganization(ada, "Before");
  await enroll(ada, orgId, bob, "admin");
  const answer = await overtake(
    { table: "organizations", key: "id", value: orgId },
    () => bob.api.call(renameOrganization, { params: { orgId }, body: { name: "After" } }),
    (database) =>
      database.query("delete from organization_members where org_id = $1 and account_id = $2", [
        orgId,
        bob.id,
      ]),
  );
  expectProblem(answer, 404, "organization-not-found");
  expect(await sql("select name from organizations where id = $1", [orgId])).toEqual([
    { name: "Before" },
  ]);
});

test("429: of five simultaneous messages in slow mode, one is stored", async () => {
  const mint = await aLiveShow(ada);
  await ada.api.ok(editLivestream, { params: { mint }, body: { slowModeSeconds: 30 } });
  const post = (text: string) => bob.api.call(postChat, { params: { mint }, body: { text } });
  const answers = await Promise.all(["1", "2", "3", "4", "5"].map(post));
  const [written, ...refused] = answers.sort((a, b) => a.status - b.status);
  expect(written?.status).toBe(201);
  for (const answer of refused) expectProblem(answer, 429, "slow-mode");
});
