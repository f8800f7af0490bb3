import { DrizzleQueryError } from "drizzle-orm/errors";
import { DatabaseError } from "pg";
import { expect, test } from "vitest";
import { lostDatabase } from "@/lib/db/errors";

function failed(code: string): DrizzleQueryError {
  const cause = Object.assign(new DatabaseError("refused", 0, "error"), { code });
  return new DrizzleQueryError("select 1", [], cause);
}

test("a query that the database refuses is our mistake; without a database, or without space, it is not", () => {
  const ours = ["23505", "22P02", "42P01", "40P01", "57014"];
  expect(ours.filter((code) => lostDatabase(failed(code)))).toEqual([]);
  const theirs = ["08006", "53100", "53300", "57P01", "57P02", "57P03"];
  expect(theirs.filter((code) => !lostDatabase(failed(code)))).toEqual([]);
  const cutOff = new DrizzleQueryError("select 1", [], new Error("Connection terminated"));
  expect(lostDatabase(cutOff)).toBe(true);
  expect(lostDatabase(new TypeError("fetch failed"))).toBe(false);
});
