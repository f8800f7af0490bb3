import { expect, test } from "vitest";
import { unreadIn } from "@/lib/client/chat/use-unread";
import type { ChatMessage } from "@/lib/contracts/chat";

const message = (seq: number, subject: string, text: string | null = "Hello"): ChatMessage => ({
  seq,
  revision: seq,
  author: { subject, name: "Somebody", role: "guest" },
  text,
  sentAt: "2030-01-01T20:00:00Z",
});

test("new messages of others are unread; mine, deleted ones and those already seen are not", () => {
  const messages = [
    message(1, "ada"),
    message(2, "me"),
    message(3, "ada", null),
    message(4, "ada"),
  ];
  expect(unreadIn(messages, 0, "me")).toBe(2);
  expect(unreadIn(messages, 1, "me")).toBe(1);
  expect(unreadIn(messages, 4, "me")).toBe(0);
});
