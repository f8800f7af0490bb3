"use client";

import { useState } from "react";
import type { ChatMessage } from "@/lib/contracts/chat";
import type { Chat } from "./use-chat";

/** The number of other people's messages since the chat was last in view. */
export function useUnread({ messages, state }: Chat, me: string | null, inSight: boolean): number {
  const newest = messages.at(-1)?.seq ?? 0;
  // Null until the first page is loaded: messages from before the visit are not unread.
  const [seen, setSeen] = useState<number | null>(null);
  const caughtUp = inSight || seen === null;
  const loaded = seen !== null || state === "current";
  if (loaded && caughtUp && seen !== newest) setSeen(newest);
  return seen === null || inSight ? 0 : unreadIn(messages, seen, me);
}

export const unreadIn = (messages: readonly ChatMessage[], seen: number, me: string | null) =>
  messages.filter(({ seq, author, text }) => seq > seen && author.subject !== me && text !== null)
    .length;
