import { randomUUID } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { type LogEntry, readEventLog } from "@/lib/contracts/event-log";
import { endLivestream } from "@/lib/contracts/livestreams";
import { viewerPass } from "@/lib/contracts/tokens";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aGuestOnStage,
  aHostToken,
  aLiveShow,
  anAccount,
  anInvite,
  aViewerToken,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { connected, hangUpAll } from "@/tests/support/api/signal";
import { claimsOf, identityOf } from "@/tests/support/api/tokens";
import { until } from "@/tests/support/api/until";
import { aSid, bodyOf, deliver, deliverEvent, signatureOf } from "@/tests/support/api/webhooks";

const [ada, bob, cleo] = await Promise.all([anAccount("Ada"), anAccount("Bob"), anAccount("Cleo")]);
afterAll(hangUpAll);

type Query = { before?: string; limit?: string; sid?: string; identity?: string };
const logOf = (mint: string, query: Query = {}) =>
  ada.api.ok(readEventLog, { params: { mint }, query });
const eventsOf = (entries: LogEntry[]) => entries.map(({ event }) => event);

/** A second apart, and long enough ago that real events of the room come later. */
const second = (at: number) => String(1_700_000_000 + at);

test("200: a connection's events, with their participant and time", async () => {
  const mint = await aLiveShow(ada);
  const identity = identityOf(await aViewerToken(bob, mint, false));
  const about = { room: { name: mint }, participant: { identity, sid: aSid() } };
  const camera = { sid: "TR_1", source: "CAMERA", type: "VIDEO" };
  const microphone = { sid: "TR_2", source: "MICROPHONE" };
  await deliverEvent({ event: "participant_joined", createdAt: second(1), ...about });
  await deliverEvent({ event: "track_published", createdAt: second(2), ...about, track: camera });
  await deliverEvent({
    event: "track_unpublished",
    createdAt: second(3),
    ...about,
    track: microphone,
  });
  await deliverEvent({ event: "participant_left", createdAt: second(4), ...about });
  const { entries, more } = await logOf(mint, { sid: about.participant.sid });
  expect(more).toBe(false);
  expect(entries[0]).toEqual({
    seq: expect.any(Number),
    event: "participant_joined",
    happenedAt: "2023-11-14T22:13:21.000Z",
    sid: about.participant.sid,
    identity,
    name: "Bob",
    role: "viewer",
    track: null,
    by: null,
    detail: null,
  });
  expect(entries.map(({ event, track }) => [event, track])).toEqual([
    ["participant_joined", null],
    ["track_published", { source: "camera", type: "video" }],
    ["track_unpublished", { source: "microphone", type: "audio" }],
    ["participant_left", null],
  ]);
});

test("200: in the order they happened, however late LiveKit delivers them", async () => {
  const mint = await aLiveShow(ada);
  const sid = aSid();
  const about = { room: { name: mint }, participant: { identity: "v_nobody1234", sid } };
  const track = { sid: "TR_1", source: "CAMERA", type: "VIDEO" };
  await deliverEvent({ event: "participant_left", createdAt: second(9), ...about });
  await deliverEvent({ event: "track_published", createdAt: second(5), ...about, track });
  await deliverEvent({ event: "room_started", createdAt: second(4), room: { name: mint } });
  await deliverEvent({ event: "participant_joined", createdAt: second(5), ...about });
  const { entries } = await logOf(mint);
  expect(eventsOf(entries.filter((entry) => entry.sid === sid))).toEqual([
    "participant_joined",
    "track_published",
    "participant_left",
  ]);
});

test("200: within one second, a connection's join comes first and its end last", async () => {
  const mint = await aLiveShow(ada);
  const about = (sid: string) => ({
    createdAt: second(1),
    room: { name: mint },
    participant: { identity: "v_nobody1234", sid },
  });
  const [first, other] = [aSid(), aSid()];
  await deliverEvent({ event: "participant_left", ...about(first) });
  await deliverEvent({ event: "participant_connection_aborted", ...about(other) });
  await deliverEvent({ event: "participant_joined", ...about(other) });
  await deliverEvent({ event: "participant_joined", ...about(first) });
  const ends = { [first]: "participant_left", [other]: "participant_connection_aborted" };
  for (const [sid, end] of Object.entries(ends)) {
    expect(eventsOf((await logOf(mint, { sid })).entries)).toEqual(["participant_joined", end]);
  }
});

test("200: an event delivered several times, even at once, is one entry", async () => {
  const mint = await aLiveShow(ada);
  const sid = aSid();
  const participant = { identity: "v_nobody1234", sid };
  const body = bodyOf({ event: "participant_joined", room: { name: mint }, participant });
  const signature = await signatureOf(body);
  await Promise.all(Array.from({ length: 4 }, () => deliver(body, signature)));
  await deliver(body, signature);
  expect((await logOf(mint, { sid })).entries).toHaveLength(1);
});

test("200: egress, ingress and future kinds of events belong to their livestream", async () => {
  const mint = await aLiveShow(ada);
  const egressInfo = { egressId: "EG_1", roomName: mint };
  const ingressInfo = { ingressId: "IN_1", roomName: mint };
  await deliverEvent({ event: "egress_started", createdAt: second(1), egressInfo });
  await deliverEvent({ event: "egress_ended", createdAt: second(2), egressInfo });
  await deliverEvent({ event: "ingress_started", createdAt: second(3), ingressInfo });
  await deliverEvent({ event: "ingress_ended", createdAt: second(4), ingressInfo });
  const future = { createdAt: second(5), room: { name: mint } };
  await deliverEvent({ event: "hologram_projected", ...future, ...{ hologram: { sid: "HO_1" } } });
  const { entries } = await logOf(mint);
  expect(eventsOf(entries.slice(0, 5))).toEqual([
    "egress_started",
    "egress_ended",
    "ingress_started",
    "ingress_ended",
    "hologram_projected",
  ]);
});

test("200: an event without LiveKit's time gets the time it arrived", async () => {
  const mint = await aLiveShow(ada);
  const before = Date.now();
  for (const createdAt of ["0", "9223372036854775807"]) {
    const event = { id: `EV_${randomUUID()}`, event: "ingress_started", createdAt };
    const answer = await deliverEvent({
      ...event,
      ingressInfo: { ingressId: "IN_1", roomName: mint },
    });
    expect(answer.status).toBe(200);
  }
  const { entries } = await logOf(mint);
  const came = entries.filter(({ event }) => event === "ingress_started");
  expect(came).toHaveLength(2);
  for (const { happenedAt } of came) {
    expect(Date.parse(happenedAt)).toBeGreaterThanOrEqual(before - 1_000);
  }
});

test("200: events of a private show's lobby are in the livestream's log", async () => {
  const mint = await aLiveShow(ada, "private");
  const participant = { identity: "g_nobody1234", sid: aSid() };
  await deliverEvent({ event: "participant_joined", room: { name: `${mint}~lobby` }, participant });
  expect((await logOf(mint, { sid: participant.sid })).entries).toHaveLength(1);
});

test("200: hosts, guests and visible viewers have names; hidden viewers are counted, never named", async () => {
  const mint = await aLiveShow(ada);
  const guest = await aGuestOnStage(ada, await anInvite(ada, mint), "Grace");
  const { pass } = await bob.api.ok(viewerPass, { params: { mint } });
  const people = [
    [await aHostToken(ada, { mint, creator: ada }), "host", "Ada"],
    [guest.token, "guest", "Grace"],
    [await aViewerToken(bob, mint, false), "viewer", "Bob"],
    [await aViewerToken(bob, mint, true), "viewer", null],
    [pass?.token ?? "", "viewer", null],
  ] as const;
  for (const [token, role, name] of people) {
    const { sub: identity, attributes } = claimsOf(token);
    const participant = { identity, sid: aSid(), attributes };
    await deliverEvent({ event: "participant_joined", room: { name: mint }, participant });
    const { entries } = await logOf(mint, { sid: participant.sid });
    expect(entries).toMatchObject([{ role, name, identity }]);
  }
});

test("200: LiveKit's raw payload, addresses and metadata stay on the server", async () => {
  const mint = await aLiveShow(ada);
  const sid = aSid();
  const told = { identity: "v_nobody1234", sid, name: "Told by LiveKit", metadata: "a secret" };
  await deliverEvent({ event: "participant_joined", room: { name: mint }, participant: told });
  const answer = await ada.api.call(readEventLog, { params: { mint }, query: { sid } });
  expect(answer.text).not.toMatch(/secret|Told by LiveKit|payload/);
  expect(answer.headers.get("cache-control")).toBe("no-store");
});

test("200: page by page to the beginning, with nothing repeated or left out", async () => {
  const mint = await aLiveShow(ada);
  const sids = Array.from({ length: 7 }, aSid);
  const places = [3, 1, 2, 2, 0, 2, 3];
  for (const [index, sid] of sids.entries()) {
    const participant = { identity: "v_nobody1234", sid };
    const at = { createdAt: second(places[index] ?? 0), room: { name: mint } };
    await deliverEvent({ event: "participant_joined", ...at, participant });
  }
  const identity = "v_nobody1234";
  const whole = await logOf(mint, { identity });
  expect(whole.entries).toHaveLength(7);
  const found: LogEntry[] = [];
  for (let more = true, pages = 0; more && pages < 9; pages++) {
    const before = found[0] ? { before: String(found[0].seq) } : {};
    const page = await logOf(mint, { identity, limit: "3", ...before });
    expect(page.entries.length).toBeLessThanOrEqual(3);
    found.unshift(...page.entries);
    more = page.more;
  }
  expect(found).toEqual(whole.entries);
});

test("200: another livestream's entry is not a position in this log", async () => {
  const [mine, other] = [await aLiveShow(ada), await aLiveShow(bob)];
  const participant = { identity: "v_nobody1234", sid: aSid() };
  for (const name of [mine, other]) {
    await deliverEvent({ event: "participant_joined", room: { name }, participant });
  }
  const log = await bob.api.ok(readEventLog, { params: { mint: other }, query: {} });
  const seq = log.entries.at(-1)?.seq ?? 0;
  expect((await logOf(mine, { before: String(seq) })).entries).toEqual([]);
  expect(eventsOf((await logOf(mine)).entries)).toContain("participant_joined");
});

test("200: a real connection is logged, and the log outlives the show", async () => {
  const mint = await aLiveShow(ada);
  const token = await aViewerToken(bob, mint, false);
  const signal = await connected(token);
  signal.hangUp();
  const identity = identityOf(token);
  // Without media it may be reported as aborted, never as joined.
  await until(
    "LiveKit reports the connection",
    async () => (await logOf(mint, { identity })).entries.length > 0,
    30_000,
  );
  await ada.api.ok(endLivestream, { params: { mint } });
  const { entries } = await logOf(mint);
  expect(eventsOf(entries)[0]).toBe("room_started");
  const [noted] = entries.filter((entry) => entry.identity === identity);
  expect(noted).toMatchObject({ name: "Bob", role: "viewer", sid: expect.stringMatching(/^PA_/) });
});

test("200: a co-host can read it; 403: viewers cannot, members included; 404: a private show, for a stranger", async () => {
  const [mint, closed] = [await aLiveShow(ada), await aLiveShow(ada, "private")];
  await join(ada, mint, bob, "host");
  await join(ada, closed, bob, "viewer");
  const read = (who: Person, of: string) =>
    who.api.call(readEventLog, { params: { mint: of }, query: {} });
  expect((await read(bob, mint)).status).toBe(200);
  expectProblem(await read(cleo, mint), 403, "not-allowed");
  expectProblem(await read(bob, closed), 403, "not-allowed");
  const hidden = expectProblem(await read(cleo, closed), 404, "livestream-not-found");
  const missing = expectProblem(await read(cleo, "NoSuchShow123456"), 404, "livestream-not-found");
  expect(hidden).toEqual(missing);
  expectProblem(
    await new Client().call(readEventLog, { params: { mint }, query: {} }),
    401,
    "not-signed-in",
  );
});

for (const query of ["limit=0", "limit=201", "before=0", "before=x", "sid=", "identity="]) {
  test(`400: ${query}`, async () => {
    const mint = await aLiveShow(ada);
    const answer = await ada.api.send(`/livestreams/${mint}/event-log?${query}`);
    expectProblem(answer, 400, "invalid-request");
  });
}
