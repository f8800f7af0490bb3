import { afterAll, beforeAll, expect, test } from "vitest";
import { listWaiting } from "@/lib/contracts/guests";
import { revokeInvite } from "@/lib/contracts/invites";
import { closeStreams, follow } from "@/tests/support/api/event-stream";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  admit,
  aGuestOnStage,
  aGuestWaiting,
  aLiveShow,
  anAccount,
  anInvite,
  join,
  type Person,
} from "@/tests/support/api/factories";
import { anOrganization, enroll } from "@/tests/support/api/organizations";

let host: Person;
let coHost: Person;
let admin: Person;
let named: Person;
let member: Person;
let orgId: string;
beforeAll(async () => {
  const names = ["Hanna", "Conrad", "Ada", "Nora", "Mina"];
  const made = await Promise.all(names.map((name) => anAccount(name)));
  [host, coHost, admin, named, member] = made as [Person, Person, Person, Person, Person];
  orgId = await anOrganization(host);
  await enroll(host, orgId, admin, "admin");
  await enroll(host, orgId, named, "admin");
  await enroll(host, orgId, member, "member");
});

afterAll(closeStreams);

const read = (by: Person, mint: string) => by.api.call(listWaiting, { query: { roomId: mint } });
async function seen(by: Person, mint: string) {
  const { guests } = await by.api.ok(listWaiting, { query: { roomId: mint } });
  return guests.map(({ name, status }) => [name, status]);
}

test("200: every host sees the guests of every invite, waiting and on stage", async () => {
  const mint = await aLiveShow(host);
  await join(host, mint, coHost, "host");
  await aGuestOnStage(host, await anInvite(host, mint), "Grace");
  await aGuestWaiting(await anInvite(host, mint), "Joan");
  await aGuestWaiting(await anInvite(host, mint, { orgId, allowAll: true }), "Mary");
  await admit(host, await aGuestWaiting(await anInvite(host, mint), "Denied"), "deny");
  expect(await seen(host, mint)).toEqual([
    ["Grace", "admitted"],
    ["Joan", "waiting"],
    ["Mary", "waiting"],
  ]);
  expect(await seen(coHost, mint)).toEqual([
    ["Grace", "admitted"],
    ["Joan", "waiting"],
    ["Mary", "waiting"],
  ]);
});

test("200: an admin who is not a host sees only the guests they may decide about", async () => {
  const mint = await aLiveShow(host, "private");
  await aGuestWaiting(await anInvite(host, mint), "For the hosts");
  await aGuestWaiting(await anInvite(host, mint, { orgId, allowAll: true }), "For any admin");
  await aGuestWaiting(await anInvite(host, mint, { orgId, allowedAdmins: [named.id] }), "For Nora");
  expect(await seen(admin, mint)).toEqual([["For any admin", "waiting"]]);
  expect(await seen(named, mint)).toEqual([
    ["For any admin", "waiting"],
    ["For Nora", "waiting"],
  ]);
});

test("200: an empty list before anyone knocks, for an admin who may decide by an invite", async () => {
  const mint = await aLiveShow(host);
  expectProblem(await read(admin, mint), 404, "livestream-not-found");
  const { jti } = await anInvite(host, mint, { orgId, allowAll: true });
  expect(await seen(admin, mint)).toEqual([]);
  await host.api.ok(revokeInvite, { body: { jti } });
  expectProblem(await read(admin, mint), 404, "livestream-not-found");
});

test("404: a former admin, immediately", async () => {
  const mint = await aLiveShow(host);
  const former = await anAccount("Former");
  await enroll(host, orgId, former, "admin");
  await aGuestWaiting(await anInvite(host, mint, { orgId, allowedAdmins: [former.id] }), "Grace");
  expect(await seen(former, mint)).toHaveLength(1);
  await enroll(host, orgId, former, "member");
  expectProblem(await read(former, mint), 404, "livestream-not-found");
});

test("404: members, strangers and viewers cannot tell a show with a waiting room from a missing one", async () => {
  const mint = await aLiveShow(host);
  const viewer = await anAccount("Viewer");
  await join(host, mint, viewer, "viewer");
  await aGuestWaiting(await anInvite(host, mint, { orgId, allowAll: true }), "Grace");
  const said = new Set<string>();
  for (const by of [member, viewer, await anAccount("Stranger")]) {
    for (const room of [mint, "NoSuchShow123456"]) {
      said.add(expectProblem(await read(by, room), 404, "livestream-not-found").detail);
    }
  }
  expect(said.size).toBe(1);
});

test("200: an admin's event stream has the guests they may decide about, of private shows too, and no livestream", async () => {
  const mint = await aLiveShow(host, "private");
  const invite = await anInvite(host, mint, { orgId, allowAll: true });
  const stream = await follow(admin.api, mint);
  expect(stream.status).toBe(200);
  expect((await stream.next("guests.snapshot")).data).toMatchObject({ guests: [] });
  await aGuestWaiting(await anInvite(host, mint), "For the hosts");
  await aGuestWaiting(invite, "For any admin");
  const { data } = await stream.next("guests.delta");
  const { guests } = data as { guests: { name: string }[] };
  expect(guests.map(({ name }) => name)).toEqual(["For any admin"]);
  expect(JSON.stringify(stream.frames)).not.toContain("For the hosts");
  expect(stream.frames.every(({ event }) => event.startsWith("guests."))).toBe(true);
});

test("a former admin's event stream no longer shows guests", async () => {
  const mint = await aLiveShow(host);
  const former = await anAccount("Former");
  await enroll(host, orgId, former, "admin");
  const invite = await anInvite(host, mint, { orgId, allowAll: true });
  const [theirs, hosts] = [await follow(former.api, mint), await follow(host.api, mint)];
  await theirs.next("guests.snapshot");
  await hosts.next("guests.snapshot");
  await enroll(host, orgId, former, "member");
  await aGuestWaiting(invite, "Too late");
  await hosts.next("guests.delta");
  // One change reaches both streams; a second stream opens only after the first has handled it.
  const next = await follow(former.api, mint);
  await next.next("livestream");
  expect(JSON.stringify([theirs.frames, next.frames])).not.toContain("Too late");
});

test("404: a private show's events, for a member and for a stranger", async () => {
  const mint = await aLiveShow(host, "private");
  await anInvite(host, mint, { orgId, allowAll: true });
  for (const by of [member, await anAccount("Stranger")]) {
    const answer = await by.api.send(`/livestreams/${mint}/events`);
    expectProblem(answer, 404, "livestream-not-found");
  }
});

test("400: without a room", async () => {
  const answer = await host.api.send(listWaiting.path);
  expectProblem(answer, 400, "invalid-request");
});
