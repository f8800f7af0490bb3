import type { SQL } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { expect, test } from "vitest";
import { livestreams } from "@/lib/db/schema/livestreams";
import { watchingCount } from "@/lib/participants/watching";
import { pictureDigest } from "@/lib/pictures/picture-digest";

const asked = (fragment: SQL) =>
  drizzle.mock().select({ asked: fragment }).from(livestreams).toSQL().sql;

const fragments: Record<string, SQL> = {
  "a show's viewer count": watchingCount(livestreams.mint),
  "a picture's digest": pictureDigest("cover"),
};

for (const [what, fragment] of Object.entries(fragments)) {
  test(`${what} belongs to the outer query's livestream, even in a query of one table`, () => {
    expect(asked(fragment)).toMatch(/\w+\.mint = "livestreams"\."mint"/);
  });
}

test("a show's viewer count is selected by its mint", () => {
  const { sql, params } = drizzle
    .mock()
    .select({ asked: watchingCount("aMint") })
    .from(livestreams)
    .toSQL();
  expect(sql).toMatch(/seated\.mint = \$1/);
  expect(params).toEqual(["aMint"]);
});
