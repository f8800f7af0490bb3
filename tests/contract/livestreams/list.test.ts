import { expect, test } from "vitest";
import { endLivestream, goLive, listLivestreams } from "@/lib/contracts/livestreams";
import { Client, type Input } from "@/tests/support/api/client";
import { expectProblem } from "@/tests/support/api/expect-problem";
import { aLiveShow, aLivestream, anAccount, join } from "@/tests/support/api/factories";

type Query = Input<typeof listLivestreams>["query"];

const nobody = new Client();
const [ada, bob] = await Promise.all([anAccount(), anAccount()]);

async function listed(client: Client, query: Query): Promise<string[]> {
  const { livestreams } = await client.ok(listLivestreams, { query });
  return livestreams.map(({ mint }) => mint);
}

test("200: the list has public shows only, even for their creator", async () => {
  const shows = {
    public: await aLiveShow(ada, "public"),
    unlisted: await aLiveShow(ada, "unlisted"),
    private: await aLiveShow(ada, "private"),
  };
  for (const client of [nobody, ada.api]) {
    const found = await listed(client, { status: "live", limit: 100 });
    expect(found).toContain(shows.public);
    expect(found).not.toContain(shows.unlisted);
    expect(found).not.toContain(shows.private);
  }
});

test("200: filtered by status, as it changes", async () => {
  const { mint } = await aLivestream(ada);
  const statuses = ["scheduled", "live", "ended"] as const;
  for (const status of statuses) {
    if (status === "live") await ada.api.ok(goLive, { params: { mint } });
    if (status === "ended") await ada.api.ok(endLivestream, { params: { mint } });
    for (const asked of statuses) {
      const found = await listed(nobody, { status: asked, limit: 100 });
      expect(found.includes(mint), `${status} among ${asked}`).toBe(asked === status);
    }
  }
});

test("200: mine are the shows I host, of any visibility, and no others", async () => {
  const cleo = await anAccount();
  const own = await aLivestream(cleo, { visibility: "private" });
  const cohosted = await aLivestream(ada, { visibility: "unlisted" });
  const watched = await aLivestream(ada, { visibility: "private" });
  await join(ada, cohosted.mint, cleo, "host");
  await join(ada, watched.mint, cleo, "viewer");
  expect(await listed(cleo.api, { mine: "true" })).toEqual([cohosted.mint, own.mint]);
});

test("200: newest first, page by page, each once", async () => {
  const made: string[] = [];
  for (let n = 0; n < 5; n++) made.unshift((await aLivestream(bob)).mint);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const query: Query = { mine: "true", limit: 2, ...(cursor && { cursor }) };
    const page = await bob.api.ok(listLivestreams, { query });
    expect(page.livestreams.length).toBeLessThanOrEqual(2);
    seen.push(...page.livestreams.map(({ mint }) => mint));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual(made);
});

test("401: mine, without an account", async () => {
  const answer = await nobody.call(listLivestreams, { query: { mine: "true" } });
  expectProblem(answer, 401, "not-signed-in");
});

test("401: an invalid token is refused, even where none is needed", async () => {
  expectProblem(await new Client("garbage").call(listLivestreams, { query: {} }), 401);
});

const cursorOf = (text: string) => Buffer.from(text).toString("base64url");
const odd = [
  "status=online",
  "status=live&status=ended",
  "mine=1",
  "mine=",
  "limit=0",
  "limit=101",
  "limit=-1",
  "limit=1.5",
  "limit=1e1",
  "limit=0x10",
  "limit=ten",
  "limit=5&limit=6",
  "cursor=",
  "cursor=garbage",
  `cursor=${"x".repeat(201)}`,
  `cursor=${cursorOf("2030-01-01T00:00:00.000Z")}`,
  `cursor=${cursorOf("2030-01-01T00:00:00.000Z \u0000")}`,
  `cursor=${cursorOf("-271821-04-20T00:00:00.000Z abcdef")}`,
  `cursor=${cursorOf("0000-01-01T00:00:00.000Z abcdef")}`,
  `cursor=${cursorOf("0001-01-01T00:00:00.000Z abcdef")}`,
  `cursor=${cursorOf("9999-12-31T23:59:59.999Z abcdef")}`,
];
for (const search of odd) {
  test(`400: ?${search.slice(0, 70)}`, async () => {
    expectProblem(await nobody.send(`/livestreams?${search}`), 400, "invalid-request");
  });
}
