import { describe, expect, it } from "vitest";
import { splitLinks } from "@/lib/client/browser/split-links";
import { groupMessages } from "@/lib/client/chat/chat-groups";
import type { ChatMessage } from "@/lib/contracts/chat";

const links = (text: string) =>
  splitLinks(text)
    .filter(({ kind }) => kind === "link")
    .map((part) => part.text);

describe("links in a message", () => {
  it.each([
    ["https://a.example", ["https://a.example"]],
    ["see https://a.example/x?y=1#z, please", ["https://a.example/x?y=1#z"]],
    ["(https://a.example/b_(c))", ["https://a.example/b_(c)"]],
    ["“https://a.example.”", ["https://a.example"]],
    ["http://a.example and https://b.example!", ["http://a.example", "https://b.example"]],
    ["javascript:alert(1) data:text/html,x a.example", []],
    ["https://", []],
  ])("%s", (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  it("loses no character", () => {
    const text = "a https://b.example/c). d\nhttps://e.example";
    expect(
      splitLinks(text)
        .map((part) => part.text)
        .join(""),
    ).toBe(text);
  });
});

describe("messages in a row", () => {
  const message = (seq: number, subject: string, sentAt: string): ChatMessage => ({
    seq,
    revision: seq,
    author: { subject, name: subject, role: "viewer" },
    text: "hello",
    sentAt,
  });

  it("share one name until someone else writes, or a pause", () => {
    const groups = groupMessages([
      message(1, "ada", "2026-11-21T10:00:00Z"),
      message(2, "ada", "2026-11-21T10:01:00Z"),
      message(3, "grace", "2026-11-21T10:01:30Z"),
      message(4, "ada", "2026-11-21T10:02:00Z"),
      message(5, "ada", "2026-11-21T10:09:00Z"),
    ]);
    expect(groups.map(({ messages }) => messages.map(({ seq }) => seq))).toEqual([
      [1, 2],
      [3],
      [4],
      [5],
    ]);
  });
});
