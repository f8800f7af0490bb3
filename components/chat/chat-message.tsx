"use client";

import { Ellipsis, Flag } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { LinkedText } from "@/components/ui/linked-text";
import { LocalTime } from "@/components/ui/local-time";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { ChatGroup } from "@/lib/client/chat/chat-groups";
import type { ChatMessage } from "@/lib/contracts/chat";
import { isolated } from "@/lib/words/isolated";

/** A reader's action on one message. Without actions there is no menu. */
export type MessageAction = {
  label: string;
  variant: "plain" | "danger";
  run: () => void;
};
export type ActionsOf = (message: ChatMessage) => MessageAction[];
/** A line below a message; null for none. */
export type NoteOf = (message: ChatMessage) => string | null;

type ChatGroupViewProps = { group: ChatGroup; actionsOf: ActionsOf; noteOf: NoteOf };

export function ChatGroupView({ group, actionsOf, noteOf }: ChatGroupViewProps) {
  const t = useTranslations("chat");
  const { author, sentAt, messages } = group;
  return (
    <li className="px-4 py-1.5">
      <p className="flex items-baseline gap-2 text-sm">
        <span dir="auto" className="min-w-0 truncate font-semibold text-ink">
          {author.deleted ? t("deleted-account") : author.name}
        </span>
        {author.role === "viewer" ? null : (
          <span className="shrink-0 rounded border border-line px-1.5 text-ink-soft">
            {t(author.role)}
          </span>
        )}
        <LocalTime value={sentAt} format="time" className="shrink-0 text-ink-faint" />
      </p>
      {messages.map((message) => (
        <MessageLine
          key={message.seq}
          message={message}
          actionsOf={actionsOf}
          note={noteOf(message)}
        />
      ))}
    </li>
  );
}

type MessageLineProps = { message: ChatMessage; actionsOf: ActionsOf; note: string | null };

/** Memoized, because a page has hundreds of messages, each with a menu. */
const MessageLine = memo(function MessageLine({ message, actionsOf, note }: MessageLineProps) {
  const t = useTranslations("chat");
  const actions = actionsOf(message);
  const hasMenu = actions.length > 0 && message.text !== null;
  return (
    <div
      className={classNames(
        "group relative -mx-2 rounded px-2 hover:bg-fill has-[[data-state=open]]:bg-fill",
        hasMenu && "pointer-coarse:pr-11",
      )}
    >
      {message.text === null ? (
        <p className="text-ink-faint italic">{t("deleted")}</p>
      ) : (
        <p dir="auto" className="in-line text-start wrap-anywhere whitespace-pre-wrap text-ink">
          <LinkedText text={message.text} />
        </p>
      )}
      {note && message.text !== null ? (
        <p className="flex items-baseline gap-1.5 text-sm text-wait-text">
          <Flag aria-hidden="true" className="size-3.5 shrink-0 translate-y-0.5" />
          {note}
        </p>
      ) : null}
      {hasMenu ? <MessageMenu author={message.author} actions={actions} /> : null}
    </div>
  );
});

type MessageMenuProps = { author: ChatMessage["author"]; actions: MessageAction[] };

function MessageMenu({ author, actions }: MessageMenuProps) {
  const t = useTranslations("chat");
  return (
    <span className="absolute -top-1.5 right-0 rounded bg-fill opacity-0 transition-opacity group-hover:opacity-100 focus-within:opacity-100 has-[[data-state=open]]:opacity-100 pointer-coarse:bg-transparent pointer-coarse:opacity-100">
      <Menu
        trigger={
          <IconButton
            label={t("actions", {
              name: isolated(author.deleted ? t("deleted-account") : author.name),
            })}
            icon={<Ellipsis aria-hidden="true" />}
            size="sm"
          />
        }
      >
        {actions.map(({ label, variant, run }) => (
          <MenuItem key={label} variant={variant} onSelect={run}>
            {label}
          </MenuItem>
        ))}
      </Menu>
    </span>
  );
}
