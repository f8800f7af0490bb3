import { expect, test } from "vitest";
import { tagList } from "@/lib/client/livestreams/tag-list";
import { createLivestream } from "@/lib/contracts/livestreams";

test("commas separate tags; each is there once, in lower case", () => {
  expect(tagList(" Live Coding, rust ,, Rust,  live   coding ")).toEqual({
    name: "tags",
    tags: ["live coding", "rust"],
  });
  expect(tagList("")).toEqual({ name: "tags", tags: [] });
});

test("too many, too long, or with other characters", () => {
  expect(tagList("a,b,c,d,e,f")).toEqual({ name: "wrong", because: "many" });
  expect(tagList("x".repeat(25))).toEqual({ name: "wrong", because: "long" });
  for (const typed of ["c++", "-dash", "#rust", "<b>"]) {
    expect(tagList(typed), typed).toEqual({ name: "wrong", because: "signs" });
  }
});

test("the server accepts what the form accepts, and refuses what it refuses", () => {
  const takes = (tag: string) =>
    createLivestream.body.safeParse({ title: "A show", tags: [tag] }).success;
  for (const tag of [
    "a",
    "x".repeat(24),
    "überblick 2",
    "日本",
    "x".repeat(25),
    "c++",
    "-a",
    "a_b",
  ]) {
    expect(tagList(tag).name === "tags", tag).toBe(takes(tag));
  }
});
