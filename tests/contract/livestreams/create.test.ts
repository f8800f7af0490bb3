import { expect, test } from "vitest";
import { plainLook } from "@/lib/client/room/look-in";
import { createLivestream } from "@/lib/contracts/livestreams";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLivestream, anAccount } from "@/tests/support/api/factories";

const ada = await anAccount("Ada Lovelace");

test("201: a public draft, owned by its creator", async () => {
  const answer = await ada.api.call(createLivestream, { body: { title: "First show" } });
  expect(answer.status).toBe(201);
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(answer.body).toEqual({
    mint: expect.stringMatching(/^[A-Za-z0-9]{16}$/),
    title: "First show",
    description: "",
    visibility: "public",
    status: "draft",
    creator: { id: ada.id, handle: ada.handle, name: "Ada Lovelace", picture: null },
    orgId: ada.handle,
    watching: 0,
    peakWatching: 0,
    slowModeSeconds: 0,
    chatWithoutAccount: false,
    admitTo: "backstage",
    look: plainLook,
    brand: null,
    brandOrgId: null,
    tags: [],
    scheduledAt: null,
    timeZone: null,
    cover: null,
    frame: null,
    startedAt: null,
    endedAt: null,
    createdAt: expect.any(String),
  });
});

test("201: every field can be set", async () => {
  const body = {
    title: "  A   title ",
    description: "One line\r\n\r\nanother\u0007 line  ",
    visibility: "private" as const,
    scheduledAt: "2031-02-03T04:05:06+01:00",
  };
  expect(await ada.api.ok(createLivestream, { body })).toMatchObject({
    title: "A title",
    description: "One line\n\nanother line",
    visibility: "private",
    scheduledAt: "2031-02-03T03:05:06.000Z",
    status: "scheduled",
  });
});

test("201: tags are lower-cased, single-spaced and unique; the time zone is kept as given", async () => {
  const body = {
    title: "Tagged",
    tags: ["Analytical  Engine", "analytical engine", "Überblick-2", "日本"],
    timeZone: "Europe/Berlin",
    scheduledAt: "2031-07-03T20:00:00+02:00",
  };
  expect(await ada.api.ok(createLivestream, { body })).toMatchObject({
    tags: ["analytical engine", "überblick-2", "日本"],
    timeZone: "Europe/Berlin",
    scheduledAt: "2031-07-03T18:00:00.000Z",
  });
});

test("400: a client cannot choose mint, status or creator", async () => {
  const json = { title: "Mine", mint: "Chosen1234", status: "live", creatorId: "u_somebody12" };
  const answer = await ada.api.send("/livestreams", { method: "POST", json });
  const { errors } = expectProblem(answer, 400, "invalid-request");
  expect(Object.keys(errors ?? {})).toEqual(["mint", "status", "creatorId"]);
});

test("201: two livestreams with the same title have different mints", async () => {
  const mints = await Promise.all([1, 2, 3].map(async () => (await aLivestream(ada)).mint));
  expect(new Set(mints).size).toBe(3);
});

const refused: [string, unknown][] = [
  ["title", undefined],
  ["title", ""],
  ["title", "\u200B \u2060"],
  ["title", "x".repeat(121)],
  ["title", ["x"]],
  ["description", "x".repeat(2_001)],
  ["description", null],
  ["visibility", "secret"],
  ["visibility", "PUBLIC"],
  ["scheduledAt", "tomorrow"],
  ["scheduledAt", "2031-02-03"],
  ["scheduledAt", "2031-02-30T00:00:00Z"],
  ["scheduledAt", 1_900_000_000],
  ["scheduledAt", "0001-01-01T00:00:00Z"],
  ["scheduledAt", "0099-12-31T23:59:59Z"],
  ["scheduledAt", "1969-12-31T23:59:59.999Z"],
  ["scheduledAt", "9999-01-01T00:00:00Z"],
  ["scheduledAt", "9998-12-31T23:59:59-00:01"],
  ["scheduledAt", "9999-12-31T23:59:59-23:59"],
  ["timeZone", "Europe/Atlantis"],
  ["timeZone", "+02:00"],
  ["timeZone", ""],
  ["tags", "math"],
  ["tags", ["a", "b", "c", "d", "e", "f"]],
];
for (const wrong of ["", "x".repeat(25), "<b>", "-", "c++", "a,b"]) {
  test(`400: the tag ${JSON.stringify(wrong)} is invalid`, async () => {
    const json = { title: "A show", tags: ["fine", wrong] };
    const answer = await ada.api.send("/livestreams", { method: "POST", json });
    const problem = expectProblem(answer, 400, "invalid-request");
    expect(Object.keys(problem.errors ?? {})).toEqual(["tags.1"]);
  });
}

for (const [field, wrong] of refused) {
  test(`400: ${field} cannot be ${JSON.stringify(wrong)?.slice(0, 40)}`, async () => {
    const json = { title: "A show", [field]: wrong };
    const answer = await ada.api.send("/livestreams", { method: "POST", json });
    const problem = expectProblem(answer, 400, "invalid-request");
    expect(Object.keys(problem.errors ?? {})).toEqual([field]);
  });
}
