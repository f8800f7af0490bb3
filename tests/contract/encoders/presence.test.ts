import { afterAll, beforeAll, expect, test } from "vitest";
import { goLive } from "@/lib/contracts/livestreams";
import { listStreamKeys } from "@/lib/contracts/stream-keys";
import { refreshToken } from "@/lib/contracts/tokens";
import { sql, withoutSweep } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestWaiting,
  aLivestream,
  anAccount,
  anInvite,
  type Person,
} from "@/tests/support/api/factories";
import { passesTheGate } from "@/tests/support/api/gate";
import { server } from "@/tests/support/api/server";
import { connected, hangUpAll, inRoom, participantsOf } from "@/tests/support/api/signal";
import { identityOf, signRoomToken } from "@/tests/support/api/tokens";
import { aSweepMs, until } from "@/tests/support/api/until";
import { deliverEvent } from "@/tests/support/api/webhooks";
import { anEncoderIn, aShowWithKey, aStreamKey, hangUp, isGone } from "@/tests/support/api/whip";

let ada: Person;
beforeAll(async () => {
  ada = await anAccount("Ada Lovelace");
});
afterAll(hangUpAll);

test("201: before the show an encoder connects, and waiting guests do not see its picture", () =>
  withoutSweep(async () => {
    const { mint } = await aLivestream(ada);
    const made = await aStreamKey(ada, mint);
    const guest = await aGuestWaiting(await anInvite(ada, mint));
    await connected(guest.token);
    await anEncoderIn({ mint }, made);
    const waiting = async () => inRoom(mint, guest.identity);
    const { permission, sid } = (await waiting()) ?? {};
    expect(permission).toMatchObject({ hidden: true, canSubscribe: false, canPublish: false });
    // LiveKit reports this once media flows, and this connection has none.
    await sql("update participants set sid = $1 where identity = $2", [sid, guest.identity]);
    await ada.api.ok(goLive, { params: { mint } });
    const seeing = await until("the guest sees the show", async () => {
      const found = await waiting();
      return found?.permission?.canSubscribe ? found : null;
    });
    expect(seeing.sid).toBe(sid);
    expect(seeing.permission).toMatchObject({ hidden: true, canPublish: false });
    expect(await inRoom(mint, made.identity)).toBeDefined();
  }));

test("presence: while LiveKit reports the encoder, it is connected and its creator counts as present; a lost connection ends the session", () =>
  withoutSweep(async () => {
    const { mint, id, key, identity } = await aShowWithKey(ada);
    const { session, sid } = await anEncoderIn({ mint }, { key, identity });
    const isConnected = async () =>
      (await ada.api.ok(listStreamKeys, { params: { mint } })).streamKeys.find(
        (each) => each.id === id,
      )?.connected;
    expect(await isConnected()).toBe(false);
    await sql("update livestreams set host_seen_at = now() - interval '1 hour' where mint = $1", [
      mint,
    ]);
    const room = { name: mint };
    const participant = { identity, sid };
    await deliverEvent({ event: "participant_joined", room, participant });
    expect(await isConnected()).toBe(true);
    const [row] = await sql<{ seen: boolean }>(
      "select host_seen_at > now() - interval '1 minute' as seen from livestreams where mint = $1",
      [mint],
    );
    expect(row?.seen).toBe(true);
    await deliverEvent({ event: "participant_left", room, participant });
    expect(await isConnected()).toBe(false);
    expectProblem(await hangUp(key, session), 404, "encoder-session-not-found");
  }));

test("a show whose encoder is connected is not ended for lack of a host", async () => {
  const { mint, key, identity } = await aShowWithKey(ada);
  const { sid } = await anEncoderIn({ mint }, { key, identity });
  const participant = { identity, sid };
  await deliverEvent({ event: "participant_joined", room: { name: mint }, participant });
  await sql("update livestreams set host_seen_at = now() - interval '1 day' where mint = $1", [
    mint,
  ]);
  await until(
    "the sweep has seen the encoder",
    async () =>
      (
        await sql(
          "select 1 from livestreams where mint = $1 and host_seen_at > now() - interval '1 hour'",
          [mint],
        )
      ).length > 0,
    aSweepMs,
  );
  const [row] = await sql("select status from livestreams where mint = $1", [mint]);
  expect(row?.status).toBe("live");
});

test("an encoder's identity gets in no other way, and the sweep removes a forged one", async () => {
  const { mint, key, identity } = await aShowWithKey(ada);
  const { session } = await anEncoderIn({ mint }, { key, identity });
  const video = {
    room: mint,
    roomJoin: true,
    canPublish: true,
    canPublishSources: ["camera", "microphone"],
    canPublishData: false,
    canSubscribe: false,
    hidden: false,
  };
  const forged = await signRoomToken({ sub: identity, video });
  expect(identityOf(forged)).toBe(identity);
  expect(await passesTheGate(forged)).toBe(false);
  const renewed = await ada.api.call(refreshToken, { body: { token: forged } });
  expectProblem(renewed, 403, "not-allowed");
  await hangUp(key, session);
  await isGone(mint, identity);
  // Past the gate, as only someone with LiveKit's secret and its loopback port could.
  await connected(forged, { base: server.livekitUrl });
  await until(
    "the sweep has removed it",
    async () => !(await participantsOf(mint)).some((each) => each.identity === identity),
    aSweepMs,
  );
});
