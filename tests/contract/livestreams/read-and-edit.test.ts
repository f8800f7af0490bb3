import { expect, test } from "vitest";
import {
  editLivestream,
  endLivestream,
  type Livestream,
  readLivestream,
} from "@/lib/contracts/livestreams";
import { Client } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLiveShow, aLivestream, anAccount, join } from "@/tests/support/api/factories";

const nobody = new Client();
const [ada, bob] = await Promise.all([anAccount(), anAccount()]);

const read = (client: Client, mint: string) => client.call(readLivestream, { params: { mint } });
const edit = (client: Client, mint: string, json: unknown) =>
  client.send(`/livestreams/${mint}`, { method: "PATCH", json });

for (const visibility of ["public", "unlisted"] as const) {
  test(`200: anyone with the link can read a show that is ${visibility}`, async () => {
    const livestream = await aLivestream(ada, { visibility });
    const answer = await read(nobody, livestream.mint);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.body).toEqual(livestream);
  });
}

test("200: a private show, for its hosts and allowed viewers", async () => {
  const { mint } = await aLivestream(ada, { visibility: "private" });
  const cleo = await anAccount();
  await join(ada, mint, bob, "host");
  await join(ada, mint, cleo, "viewer");
  for (const { api } of [ada, bob, cleo]) expect((await read(api, mint)).status).toBe(200);
});

test("404: a stranger cannot tell a private livestream from a missing one", async () => {
  const { mint } = await aLivestream(ada, { visibility: "private" });
  const none = await read(bob.api, "NoSuchShow123456");
  expectProblem(none, 404, "livestream-not-found");
  for (const client of [nobody, bob.api]) expect((await read(client, mint)).text).toBe(none.text);
  expect((await edit(bob.api, mint, { title: "Mine" })).text).toBe(none.text);
});

for (const mint of ["short", "x".repeat(65), "with%20space", "NoSuchShow%00", "a-b-c-d-e"]) {
  test(`400: ${mint.slice(0, 20)} is not a valid mint`, async () => {
    expectProblem(await nobody.send(`/livestreams/${mint}`), 400, "invalid-request");
  });
}

test("200: hosts change only the fields they send", async () => {
  const before = await aLivestream(ada, { scheduledAt: "2031-02-03T04:05:06.000Z" });
  await join(ada, before.mint, bob, "host");
  const title = await edit(ada.api, before.mint, { title: "Renamed" });
  expect(title.status).toBe(200);
  expect(title.body).toEqual({ ...before, title: "Renamed" });
  const rest = {
    description: "Why",
    visibility: "unlisted",
    slowModeSeconds: 30,
    admitTo: "stage",
    timeZone: "Asia/Tokyo",
  };
  const others = await edit(bob.api, before.mint, { ...rest, scheduledAt: null });
  expect(others.body).toEqual({
    ...{ ...before, title: "Renamed", ...rest },
    ...{ scheduledAt: null, status: "draft" },
  });
  expect((await edit(ada.api, before.mint, {})).body).toEqual(others.body);
});

test("400: status, mint and creator cannot be changed", async () => {
  const before = await aLivestream(ada);
  const json = { status: "live", mint: "Chosen12345", creatorId: bob.id, startedAt: "now" };
  const answer = await edit(ada.api, before.mint, json);
  const { errors } = expectProblem(answer, 400, "invalid-request");
  expect(Object.keys(errors ?? {})).toEqual(Object.keys(json));
});

test("403: viewers cannot edit", async () => {
  const { mint } = await aLivestream(ada, { visibility: "private" });
  await join(ada, mint, bob, "viewer");
  expectProblem(await edit(bob.api, mint, { title: "Mine" }), 403, "not-allowed");
  const open = await aLivestream(ada);
  expectProblem(await edit(bob.api, open.mint, { title: "Mine" }), 403, "not-allowed");
});

test("409: a live show cannot turn private, and a private one cannot open up, while people watch", async () => {
  const mint = await aLiveShow(ada);
  expectProblem(await edit(ada.api, mint, { visibility: "private" }), 409, "livestream-live");
  expect((await edit(ada.api, mint, { visibility: "unlisted" })).status).toBe(200);
  const closed = await aLiveShow(ada, "private");
  expectProblem(await edit(ada.api, closed, { visibility: "public" }), 409, "livestream-live");
});

test("200: an ended show stays readable", async () => {
  const mint = await aLiveShow(ada);
  await ada.api.ok(endLivestream, { params: { mint } });
  const { status, endedAt } = (await read(nobody, mint)).body as Livestream;
  expect(status).toBe("ended");
  expect(Date.parse(endedAt ?? "")).toBeGreaterThan(Date.now() - 60_000);
});

const refused: [string, unknown][] = [
  ["title", ""],
  ["title", null],
  ["title", "x".repeat(121)],
  ["visibility", "hidden"],
  ["slowModeSeconds", -1],
  ["slowModeSeconds", 601],
  ["slowModeSeconds", 1.5],
  ["slowModeSeconds", "30"],
  ["admitTo", "waiting-room"],
  ["scheduledAt", "soon"],
  ["scheduledAt", "0001-01-01T00:00:00Z"],
  ["scheduledAt", "9999-12-31T23:59:59Z"],
  ["timeZone", "Tokyo time"],
  ["tags", null],
];
for (const [field, wrong] of refused) {
  test(`400: ${field} cannot become ${JSON.stringify(wrong).slice(0, 20)}`, async () => {
    const { mint } = await aLivestream(ada);
    const problem = expectProblem(await edit(ada.api, mint, { [field]: wrong }), 400);
    expect(Object.keys(problem.errors ?? {})).toEqual([field]);
  });
}

test("200: a change is visible to the next read", async () => {
  const { mint } = await aLivestream(ada);
  const changed = await ada.api.ok(editLivestream, { params: { mint }, body: { title: "New" } });
  expect(await nobody.ok(readLivestream, { params: { mint } })).toEqual(changed);
});
