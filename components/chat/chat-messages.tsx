"use client";

import { ArrowDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type ActionsOf, ChatGroupView, type NoteOf } from "@/components/chat/chat-message";
import { Button } from "@/components/ui/button";
import { useTimeAhead } from "@/components/ui/local-time";
import { SkeletonText } from "@/components/ui/skeleton";
import { groupMessages } from "@/lib/client/chat/chat-groups";
import type { Chat, ChatChannel } from "@/lib/client/chat/use-chat";
import type { StickToEnd } from "@/lib/client/chat/use-stick-to-end";

type ChatMessagesProps = {
  chat: Chat;
  list: StickToEnd;
  actionsOf: ActionsOf;
  noteOf: NoteOf;
  closed: boolean;
  channel: ChatChannel;
};

/** Older messages are loaded once the reader is this close to the beginning. */
const nearStartPx = 160;

export function ChatMessages(props: ChatMessagesProps) {
  const { chat, list, actionsOf, noteOf, closed, channel } = props;
  const t = useTranslations("chat");
  const { messages, older, state, follow, loadOlder } = chat;
  const { scroller, content, atEnd, toEnd } = list;
  const newest = messages.at(-1)?.seq ?? 0;
  useTimeAhead("time");
  const [seen, setSeen] = useState(newest);
  if (atEnd && seen !== newest) setSeen(newest);

  useEffect(() => follow(atEnd), [follow, atEnd]);

  return (
    <div className="relative min-h-0 flex-1">
      <div
        {...scroller}
        role="log"
        aria-label={t(channel === "show" ? "messages" : "backstage-messages")}
        aria-live="polite"
        aria-busy={state === "loading" || older === "loading"}
        onScroll={({ currentTarget }) => {
          if (older === "more" && currentTarget.scrollTop < nearStartPx) loadOlder();
        }}
        className="h-full overflow-y-auto overscroll-contain [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div ref={content} className="flex min-h-full flex-col justify-end py-2">
          {older === "none" ? null : (
            <Button
              variant="quiet"
              size="sm"
              pending={older === "loading"}
              onClick={loadOlder}
              className="mx-auto"
            >
              {t("earlier")}
            </Button>
          )}
          {messages.length === 0 ? (
            <NoMessages state={state} words={closed ? "nobody" : noMessages[channel]} />
          ) : null}
          <ol>
            {groupMessages(messages).map((group) => (
              <ChatGroupView
                key={group.messages[0]?.seq}
                group={group}
                actionsOf={actionsOf}
                noteOf={noteOf}
              />
            ))}
          </ol>
        </div>
      </div>
      {newest > seen ? (
        <Button size="sm" onClick={toEnd} className="absolute! bottom-3 left-1/2 -translate-x-1/2">
          <ArrowDown aria-hidden="true" />
          {t("new")}
        </Button>
      ) : null}
    </div>
  );
}

const noMessages = { show: "nobody-yet", backstage: "nobody-backstage" } as const;

type NoMessagesProps = {
  state: Chat["state"];
  words: "nobody" | (typeof noMessages)[ChatChannel];
};

function NoMessages({ state, words }: NoMessagesProps) {
  const t = useTranslations("chat");
  if (state === "loading") return <SkeletonText lines={4} className="px-4 py-2" />;
  if (state === "offline") return null;
  return <p className="px-4 py-2 text-ink-soft">{t(words)}</p>;
}
