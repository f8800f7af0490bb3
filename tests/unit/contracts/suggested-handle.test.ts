import { expect, test } from "vitest";
import { handle } from "@/lib/contracts/accounts/auth";
import { suggestedHandle } from "@/lib/contracts/accounts/suggested-handle";

test.each([
  ["Ada Lovelace", "ada_lovelace"],
  ["  Zoë  O’Brien ", "zoe_o_brien"],
  ["Jürgen Weiß", "jurgen_weiss"],
  ["Søren Kierkegaard", "soren_kierkegaard"],
  ["R2-D2", "r2_d2"],
])("%s → %s", (name, suggested) => {
  expect(suggestedHandle(name)).toBe(suggested);
});

test.each(["李小龙", "Bo", "😀", ""])("suggests nothing for %j", (name) => {
  expect(suggestedHandle(name)).toBe("");
});

test.each([
  "A very long name that goes on and on and on",
  "twenty-nine letters and then an",
  "x_y z",
])("the suggestion for %j is accepted", (name) => {
  expect(handle.safeParse(suggestedHandle(name)).success).toBe(true);
});
