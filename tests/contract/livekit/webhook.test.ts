import { expect, test } from "vitest";
import { type Livestream, readLivestream } from "@/lib/contracts/livestreams";
import { viewerPass } from "@/lib/contracts/tokens";
import { Client } from "@/tests/support/api/client";
import { sql, withoutSweep } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestWaiting,
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  anUnusedViewerToken,
  aViewerToken,
  mintOf,
} from "@/tests/support/api/factories";
import { claimsOf, identityOf } from "@/tests/support/api/tokens";
import { aSid, bodyOf, deliver, deliverEvent, signatureOf } from "@/tests/support/api/webhooks";

const [ada, bob] = await Promise.all([anAccount(), anAccount()]);

const show = async (mint: string): Promise<Livestream> =>
  new Client().ok(readLivestream, { params: { mint } });
const watching = async (mint: string) => (await show(mint)).watching;
const joined = (name: string, identity: string, sid: string, attributes = {}) =>
  deliverEvent({
    event: "participant_joined",
    room: { name },
    participant: { identity, sid, attributes },
  });
const left = (name: string, identity: string, sid: string) =>
  deliverEvent({ event: "participant_left", room: { name }, participant: { identity, sid } });

const never = { identity: "", sid: "", attributes: {} };

test("200: viewers are counted from joining to leaving, hidden or visible; hosts are not", () =>
  withoutSweep(async () => {
    const mint = await aLiveShow(ada);
    const { pass } = await new Client().ok(viewerPass, { params: { mint } });
    // Neither has passed the gate: LiveKit reports them first.
    const tokens = [pass?.token ?? "", await anUnusedViewerToken(bob, mint, false)];
    const [anonymous = never, visible = never] = tokens.map((token) => ({
      identity: identityOf(token),
      sid: aSid(),
      attributes: claimsOf(token).attributes,
    }));
    for (const { identity, sid, attributes } of [anonymous, visible]) {
      const answer = await joined(mint, identity, sid, attributes);
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({ received: true });
    }
    const host = identityOf(await aHostToken(ada, { mint, creator: ada }));
    await joined(mint, host, aSid());
    expect(await watching(mint)).toBe(2);
    await left(mint, anonymous.identity, anonymous.sid);
    expect(await show(mint)).toMatchObject({ watching: 1, peakWatching: 2 });
  }));

test("200: one account on two screens counts as one viewer", () =>
  withoutSweep(async () => {
    const mint = await aLiveShow(ada);
    const sid = aSid();
    const hidden = identityOf(await aViewerToken(bob, mint, true));
    await joined(mint, hidden, sid);
    await joined(mint, identityOf(await aViewerToken(bob, mint, false)), aSid());
    expect(await show(mint)).toMatchObject({ watching: 1, peakWatching: 1 });
    await left(mint, hidden, sid);
    expect(await watching(mint)).toBe(1);
  }));

test("401: no signature, a forged one, one for another body, one as a bearer token", async () => {
  const body = bodyOf({ event: "room_started", room: { name: "NoSuchShow123456" } });
  const good = await signatureOf(body);
  const other = await signatureOf(`${body} `);
  const forged = await signatureOf(body, "another secret of a fitting length");
  for (const wrong of [undefined, "", "nonsense", other, forged, `Bearer ${good}`]) {
    expectProblem(await deliver(body, wrong), 401, "invalid-signature");
  }
  expectProblem(await deliver(`${body}\n`, good), 401, "invalid-signature");
  expect((await deliver(body, good)).status).toBe(200);
});

test("401: a room token of the same key is not a signature", async () => {
  const mint = await aLiveShow(ada);
  const body = bodyOf({ event: "room_finished", room: { name: mint } });
  expectProblem(await deliver(body, await aViewerToken(bob, mint, true)), 401);
});

test("413: more than 64 KiB, even when signed", async () => {
  const body = JSON.stringify({ padding: "x".repeat(70_000) });
  expectProblem(await deliver(body, await signatureOf(body)), 413, "body-too-large");
});

test("200: an event that is delivered twice counts once", () =>
  withoutSweep(async () => {
    const sid = aSid();
    const mint = await aLiveShow(ada);
    const identity = identityOf(await aViewerToken(bob, mint, true));
    const participant = { identity, sid };
    const body = bodyOf({ event: "participant_joined", room: { name: mint }, participant });
    const signature = await signatureOf(body);
    await deliver(body, signature);
    await left(mint, identity, sid);
    expect((await deliver(body, signature)).status).toBe(200);
    expect(await watching(mint)).toBe(0);
    const { id } = JSON.parse(body);
    expect(await sql("select id from webhook_events where id = $1", [id])).toHaveLength(1);
  }));

test("200: eight copies of an event delivered at once count once", () =>
  withoutSweep(async () => {
    const sid = aSid();
    const guest = await aGuestWaiting(await anInvite(ada, await aLiveShow(ada)));
    const mint = mintOf(guest);
    const participant = { identity: guest.identity, sid };
    const body = bodyOf({ event: "participant_joined", room: { name: mint }, participant });
    const signature = await signatureOf(body);
    const version = async () =>
      (
        await sql<{ v: number }>("select guest_version v from livestreams where mint = $1", [mint])
      )[0]?.v;
    const before = (await version()) ?? 0;
    const answers = await Promise.all(Array.from({ length: 8 }, () => deliver(body, signature)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(await version()).toBe(before + 1);
  }));

test("200: a reloaded page's late `left` does not affect the new connection", () =>
  withoutSweep(async () => {
    const after = aSid();
    const before = aSid();
    const mint = await aLiveShow(ada);
    const identity = identityOf(await aViewerToken(bob, mint, true));
    await joined(mint, identity, before);
    await joined(mint, identity, after);
    await left(mint, identity, before);
    expect(await watching(mint)).toBe(1);
    await left(mint, identity, after);
    expect(await watching(mint)).toBe(0);
  }));

test("200: a `joined` that arrives after its own `left` is not counted", () =>
  withoutSweep(async () => {
    const sid = aSid();
    const mint = await aLiveShow(ada);
    const identity = identityOf(await aViewerToken(bob, mint, true));
    await left(mint, identity, sid);
    await joined(mint, identity, sid);
    expect(await watching(mint)).toBe(0);
  }));

test("200: an aborted connection is no longer counted", () =>
  withoutSweep(async () => {
    const sid = aSid();
    const mint = await aLiveShow(ada);
    const identity = identityOf(await aViewerToken(bob, mint, true));
    await joined(mint, identity, sid);
    const event = { room: { name: mint }, participant: { identity, sid } };
    await deliverEvent({ event: "participant_connection_aborted", ...event });
    expect(await watching(mint)).toBe(0);
  }));

test("200: unknown participants, unknown rooms and other events change nothing", () =>
  withoutSweep(async () => {
    const sid = aSid();
    const mint = await aLiveShow(ada);
    const answers = [
      await joined(mint, "v_nobody1234", sid),
      await left(mint, "v_nobody1234", sid),
      await joined("NoSuchShow123456", "v_nobody1234", sid),
      await deliverEvent({ event: "track_published", room: { name: mint } }),
      await deliverEvent({ event: "room_finished", room: { name: mint } }),
      await deliverEvent({ event: "something_new" }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(await show(mint)).toMatchObject({ status: "live", watching: 0 });
  }));

test("400 or 401: signed, but not an event", async () => {
  for (const body of ["", "nonsense", "[]", '{"id":"EV_x"}']) {
    const { status } = await deliver(body, await signatureOf(body));
    expect([400, 401], body).toContain(status);
  }
});
