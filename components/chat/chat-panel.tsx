"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChatComposer, ChatNote } from "@/components/chat/chat-composer";
import type { ActionsOf, MessageAction, NoteOf } from "@/components/chat/chat-message";
import { ChatMessages } from "@/components/chat/chat-messages";
import { ChatSettings } from "@/components/chat/chat-settings";
import { LazyReportDialog } from "@/components/chat/lazy-report-dialog";
import { Button } from "@/components/ui/button";
import { SignInLink } from "@/components/ui/sign-in-link";
import { toast } from "@/lib/client/browser/toast";
import { banWithToast } from "@/lib/client/chat/ban-with-toast";
import { muteWithToast } from "@/lib/client/chat/mute-with-toast";
import type { Chat, ChatChannel } from "@/lib/client/chat/use-chat";
import type { ChatRules } from "@/lib/client/chat/use-chat-rules";
import { type ChatVisitor, useChatVisitor } from "@/lib/client/chat/use-chat-visitor";
import type { Mutes } from "@/lib/client/chat/use-mutes";
import type { Reports } from "@/lib/client/chat/use-reports";
import { useStickToEnd } from "@/lib/client/chat/use-stick-to-end";
import type { ChatMessage } from "@/lib/contracts/chat";
import { may, type Role } from "@/lib/grants/capabilities";
import { isolated } from "@/lib/words/isolated";

/** The reader. `subject` is the account's id, or the guest's or visitor's identity. */
export type ChatReader = {
  kind: "account" | "guest" | "visitor";
  subject: string;
  name: string;
  role: Role;
};

type ChatPanelProps = {
  /** Kept by the parent, to count unread messages while the panel is hidden. */
  chat: Chat;
  channel?: ChatChannel;
  /** Null if this person may only read. */
  me: ChatReader | null;
  /** The show has ended. */
  closed: boolean;
  rules: ChatRules;
  /** Null if this person may not mute others. */
  mutes: Mutes | null;
  /** Null if this person does not see what was reported. */
  reports?: Reports | null;
  /** Set for hosts in the studio. */
  screen?: Screen | null;
};

/** The message on screen, and how to change it. */
export type Screen = { seq: number | null; show: (seq: number | null) => void };

/** Fills the height it is given. */
export function ChatPanel(props: ChatPanelProps) {
  const {
    chat,
    channel = "show",
    me: signedIn,
    closed,
    rules,
    mutes,
    reports = null,
    screen = null,
  } = props;
  const t = useTranslations("chat");
  const list = useStickToEnd(chat.messages[0]?.seq);
  const visitor = useChatVisitor(chat);
  const byVisitor = signedIn === null && rules.chatWithoutAccount;
  const me = signedIn ?? (byVisitor ? readerOf(visitor) : null);
  const [reporting, setReporting] = useState<ChatMessage | null>(null);
  const report = channel === "show" ? setReporting : null;
  const actionsOf = messageActions(t, { chat, me, mutes, reports, report, screen });
  const setsRules = channel === "show" && !closed && may(me?.role ?? null, "set-chat-rules");

  async function say(text: string) {
    await (byVisitor ? visitor : chat).say(text);
    // Anyone who writes while scrolled back wants to see their message.
    list.toEnd();
  }

  return (
    <section
      aria-label={t(channel === "show" ? "chat" : "backstage")}
      className="flex h-full min-h-0 flex-col"
    >
      <ChatMessages
        chat={chat}
        list={list}
        actionsOf={actionsOf}
        noteOf={reportNotes(t, reports)}
        closed={closed}
        channel={channel}
      />
      {chat.state === "offline" ? (
        <p role="status" className="border-t border-line px-4 py-2 text-sm text-ink-soft">
          {t("offline")}
        </p>
      ) : null}
      {me || byVisitor ? (
        <ChatComposer
          say={say}
          closed={closed}
          slowModeSeconds={may(me?.role ?? null, "ignore-moderation") ? 0 : rules.slowModeSeconds}
          visitor={byVisitor ? visitor : null}
          settings={
            me && setsRules ? <ChatSettings mint={chat.mint} role={me.role} saved={rules} /> : null
          }
        />
      ) : (
        <SignInNote closed={closed} />
      )}
      {reporting ? (
        <LazyReportDialog mint={chat.mint} message={reporting} onClose={() => setReporting(null)} />
      ) : null}
    </section>
  );
}

function SignInNote({ closed }: { closed: boolean }) {
  const t = useTranslations("chat");
  if (closed) return <ChatNote>{t("ended")}</ChatNote>;
  return (
    <ChatNote>
      <Button asChild className="w-full">
        <SignInLink>{t("sign-in")}</SignInLink>
      </Button>
    </ChatNote>
  );
}

const readerOf = ({ known }: ChatVisitor): ChatReader | null =>
  known && { kind: "visitor", role: "visitor", ...known };

type Words = ReturnType<typeof useTranslations<"chat">>;

const reportNotes =
  (t: Words, reports: Reports | null): NoteOf =>
  ({ seq }) => {
    const about = reports?.about(seq);
    if (!about) return null;
    const reasons = about.reasons.map(({ reason }) => t(`report.reasons.${reason}`)).join(", ");
    return t("reported", { count: about.count, reasons });
  };

type Tools = Required<Pick<ChatPanelProps, "chat" | "me" | "mutes" | "reports">> & {
  /** Null where nothing can be reported. */
  report: ((message: ChatMessage) => void) | null;
  screen: Screen | null;
};

/**
 * Hosts and moderators delete, mute and ban; everyone may delete their own messages and report those of
 * others.
 */
function messageActions(t: Words, tools: Tools): ActionsOf {
  const { chat, me, mutes, reports, report, screen } = tools;
  const { mint, remove } = chat;
  return (message) => {
    const { subject, name, role, deleted } = message.author;
    const actions: MessageAction[] = [];
    if (screen && !deleted) {
      const shown = screen.seq === message.seq;
      actions.push({
        label: t(shown ? "off-screen" : "on-screen"),
        variant: "plain",
        run: () => screen.show(shown ? null : message.seq),
      });
    }
    if (report && subject !== me?.subject) {
      actions.push({ label: t("report.verb"), variant: "plain", run: () => report(message) });
    }
    if (!me) return actions;
    if (reports?.about(message.seq)) {
      const run = () => reports.dismiss(message.seq);
      actions.push({ label: t("dismiss-reports"), variant: "plain", run });
    }
    if (mutes && !deleted && !may(role, "ignore-moderation")) {
      const on = !mutes.isMuted(subject);
      actions.push({
        label: t(on ? "mute" : "unmute", { name: isolated(name) }),
        variant: "plain",
        run: () => void muteWithToast(mutes, { subject, name }, on),
      });
    }
    const banning = role === "guest" ? "remove-from-stage" : "remove";
    if (mutes && may(me.role, banning) && !may(role, "ignore-moderation")) {
      actions.push({
        label: t("ban", { name: isolated(name) }),
        variant: "danger",
        run: () => void banWithToast(mint, { subject, name }),
      });
    }
    if (remove && (may(me.role, "delete-messages") || subject === me.subject)) {
      actions.push({
        label: t("delete"),
        variant: "danger",
        run: () => {
          remove(message).catch((error: Error) => toast.problem(error.message));
        },
      });
    }
    return actions;
  };
}
