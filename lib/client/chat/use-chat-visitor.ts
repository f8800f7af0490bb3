"use client";

import { useEffect, useState } from "react";
import { recall, remember } from "@/lib/client/browser/browser-memory";
import { useRemembered } from "@/lib/client/browser/use-remembered";
import type { Chat } from "./use-chat";

type Known = { subject: string; name: string };

/** Someone who writes in a chat without an account. */
export type ChatVisitor = {
  /** Their identity since their first message, for which the browser has a cookie. */
  known: Known | null;
  /** The name for the first message. */
  name: string;
  setName: (name: string) => void;
  /** @throws ApiError */
  say: (text: string) => Promise<void>;
};

export function useChatVisitor({ mint, say }: Pick<Chat, "mint" | "say">): ChatVisitor {
  const [known, setKnown] = useRemembered(`chat.${mint}`, knownFrom);
  const [name, setName] = useState("");
  // Shared with the page where guests knock.
  useEffect(() => setName((typed) => typed || (recall("browser", "guest.name") ?? "")), []);
  return {
    known,
    name,
    setName,
    say: async (text) => {
      // The name counts only if the server does not know this browser, or no longer.
      const { author } = await say(text, known?.name ?? name.trim());
      setKnown({ subject: author.subject, name: author.name });
      remember("browser", "guest.name", author.name);
    },
  };
}

function knownFrom(kept: unknown): Known | null {
  const { subject, name } = (kept ?? {}) as Partial<Record<string, unknown>>;
  return typeof subject === "string" && typeof name === "string" ? { subject, name } : null;
}
