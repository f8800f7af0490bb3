import { beforeAll, describe, expect, test } from "vitest";
import { endLivestream, goLive, listLivestreams } from "@/lib/contracts/livestreams";
import { Client, type Input } from "@/tests/support/api/client";
import { sql } from "@/tests/support/api/database";
import { expectProblem } from "@/tests/support/api/expect-problem";
import {
  aLiveShow,
  aLivestream,
  anAccount,
  type Person,
  unique,
} from "@/tests/support/api/factories";

type Query = NonNullable<Input<typeof listLivestreams>["query"]>;

const nobody = new Client();
let ada: Person;
let bob: Person;
beforeAll(async () => {
  [ada, bob] = await Promise.all([anAccount("Ada Öberg"), anAccount("Bob Marlow")]);
});

async function found(query: Query, client = nobody): Promise<string[]> {
  const { livestreams } = await client.ok(listLivestreams, { query: { limit: 100, ...query } });
  return livestreams.map(({ mint }) => mint);
}

const aShowCalled = async (title: string) => (await aLivestream(ada, { title })).mint;
const tag = (mint: string, ...tags: string[]) =>
  sql("update livestreams set tags = $2 where mint = $1", [mint, tags]);

describe("200: a search", () => {
  test("finds words of the title, in any order and either case", async () => {
    const word = unique("Nightingale");
    const mint = await aShowCalled(`The ${word} and the Rose`);
    for (const q of [word, word.toLowerCase(), `rose ${word}`, `  the   ${word} `]) {
      expect(await found({ q }), q).toEqual([mint]);
    }
    expect(await found({ q: `${word} daffodil` })).toEqual([]);
  });

  test("finds the creator by name and handle, with letters beyond ASCII too", async () => {
    const { mint } = await aLivestream(ada);
    expect(await found({ q: `@${ada.handle}` })).toContain(mint);
    expect(await found({ q: `ÖBERG ${ada.handle}` })).toContain(mint);
    expect(await found({ q: `marlow ${ada.handle}` })).toEqual([]);
  });

  test("finds a tag, written with or without its #", async () => {
    const word = unique("cello");
    const { mint } = await aLivestream(ada);
    await tag(mint, "music", word);
    expect(await found({ q: word })).toEqual([mint]);
    expect(await found({ q: `#${word}` })).toEqual([mint]);
    expect(await found({ q: `#music ${word}` })).toEqual([mint]);
  });

  test("takes every character literally: no wildcard, no end of a string", async () => {
    const word = unique("plain");
    const mint = await aShowCalled(`100% ${word} a_b it's "so" \\ done`);
    for (const own of ["100%", "a_b", "it's", '"so"', "\\"]) {
      expect(await found({ q: `${word} ${own}` }), own).toEqual([mint]);
    }
    for (const foreign of ["1%0", "a%b", "aXb", "%", "_%_", "\\%", "' or true --", "'); drop"]) {
      const expected = foreign === "%" ? [mint] : [];
      expect(await found({ q: `${word} ${foreign}` }), foreign).toEqual(expected);
    }
  });

  test("finds only public shows, even for their creator", async () => {
    const word = unique("secret");
    for (const visibility of ["unlisted", "private"] as const) {
      const { mint } = await aLivestream(ada, { visibility, title: word });
      await tag(mint, word);
    }
    for (const client of [nobody, ada.api, bob.api]) {
      for (const query of [{ q: word }, { tag: word }, { creator: ada.handle, q: word }]) {
        expect(await found(query, client)).toEqual([]);
      }
    }
    expect(await found({ q: word, mine: "true" }, ada.api)).toHaveLength(2);
  });
});

test("200: a tag finds exact matches only", async () => {
  const word = unique("baroque");
  const { mint } = await aLivestream(ada);
  const other = await aLivestream(ada);
  await tag(mint, word);
  await tag(other.mint, `${word}s`);
  expect(await found({ tag: word })).toEqual([mint]);
  expect(await found({ tag: word.toUpperCase() })).toEqual([mint]);
  expect(await found({ tag: `${word}%` })).toEqual([]);
});

test("200: a creator's livestreams, and nobody else's", async () => {
  const cleo = await anAccount();
  const own = await aLivestream(cleo);
  await aLivestream(bob);
  expect(await found({ creator: cleo.handle })).toEqual([own.mint]);
  expect(await found({ creator: cleo.handle.toUpperCase() })).toEqual([own.mint]);
  expect(await found({ creator: unique("nobody") })).toEqual([]);
});

test("200: a show more than twelve hours overdue is listed for its hosts only", async () => {
  const cleo = await anAccount();
  // One after the other, since the list has the newest first.
  const late = await aLivestream(cleo);
  const overdue = await aLivestream(cleo);
  const plannedAgo = (mint: string, ago: string) =>
    sql("update livestreams set scheduled_at = now() - $2::interval where mint = $1", [mint, ago]);
  await plannedAgo(late.mint, "11 hours");
  await plannedAgo(overdue.mint, "13 hours");
  expect(await found({ creator: cleo.handle })).toEqual([late.mint]);
  expect(await found({ mine: "true" }, cleo.api)).toEqual([overdue.mint, late.mint]);
});

describe("200: by time, page by page", () => {
  let dora: Person;
  beforeAll(async () => {
    dora = await anAccount();
  });

  async function paged(status: Query["status"]): Promise<string[]> {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query: Query = { status, creator: dora.handle, order: "time", limit: 2 };
      const page = await nobody.ok(listLivestreams, {
        query: { ...query, ...(cursor && { cursor }) },
      });
      seen.push(...page.livestreams.map(({ mint }) => mint));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return seen;
  }

  test("upcoming shows: soonest first, without drafts", async () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const planned = async (scheduledAt: string | null) =>
      (await aLivestream(dora, { scheduledAt })).mint;
    await planned(null);
    const [third, first, second] = [
      await planned(inDays(9)),
      await planned(inDays(1)),
      await planned(inDays(2)),
    ];
    expect(await paged("scheduled")).toEqual([first, second, third]);
    expect(await paged("draft")).toEqual([]);
  });

  test("live shows: latest start first; ended shows: latest end first", async () => {
    const [a, b, c] = [await aLiveShow(dora), await aLiveShow(dora), await aLiveShow(dora)];
    expect(await paged("live")).toEqual([c, b, a]);
    for (const mint of [b, a, c]) await dora.api.ok(endLivestream, { params: { mint } });
    expect(await paged("ended")).toEqual([c, a, b]);
    const late = await aLivestream(dora);
    await dora.api.ok(goLive, { params: { mint: late.mint } });
    expect(await paged("live")).toEqual([late.mint]);
  });
});

const odd = [
  "q=",
  "q=%20",
  "q=%E2%80%8B",
  `q=${"x".repeat(101)}`,
  "q=a&q=b",
  "tag=",
  `tag=${"x".repeat(101)}`,
  "creator=",
  "creator=a%20b",
  "creator=%25",
  "order=",
  "order=random",
];
for (const search of odd) {
  test(`400: ?${search.slice(0, 70)}`, async () => {
    expectProblem(await nobody.send(`/livestreams?${search}`), 400, "invalid-request");
  });
}
