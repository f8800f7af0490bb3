"use client";

import { SendHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, ReactNode } from "react";
import { VisitorName } from "@/components/chat/visitor-name";
import { TextArea } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import type { ChatVisitor } from "@/lib/client/chat/use-chat-visitor";
import { type Composer, useComposer } from "@/lib/client/chat/use-composer";

type ChatComposerProps = {
  say: (text: string) => Promise<void>;
  closed: boolean;
  /** Zero if slow mode does not apply to this person. */
  slowModeSeconds: number;
  /** Someone without an account; null for everyone else. */
  visitor?: ChatVisitor | null;
  /** A button before the field. */
  settings?: ReactNode;
};

/** The number of characters left is shown from here on. */
const leftShown = 100;

export function ChatComposer(props: ChatComposerProps) {
  const { say, closed, slowModeSeconds, visitor = null, settings } = props;
  const t = useTranslations("chat");
  const composer = useComposer(say, slowModeSeconds);
  const { form, text, setText, sending, left, waitSeconds, refusal, send } = composer;
  // A half-written message survives the end of the show, so that it can be copied.
  if (closed && text === "") return <ChatNote>{t("ended")}</ChatNote>;

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  }

  const blocked = closed || waitSeconds > 0 || left < 0 || text.trim() === "";
  return (
    <form
      ref={form}
      className="flex flex-col gap-2 border-t border-line px-3 pt-3 pb-safe-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {visitor && !closed ? (
        <VisitorName visitor={visitor} error={refusal?.why === "name" ? refusal.said : undefined} />
      ) : null}
      <div className="flex items-start gap-2">
        {settings}
        <TextArea
          label={t("message")}
          hideLabel
          rows={1}
          value={text}
          placeholder={t("placeholder")}
          enterKeyHint="send"
          autoComplete="off"
          readOnly={closed || sending}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          error={closed ? t("ended") : problemOf(t, composer)}
          hint={closed ? undefined : hintOf(t, composer, slowModeSeconds)}
          className="min-w-0 flex-1 [&_textarea]:max-h-35"
        />
        <IconButton
          type="submit"
          label={t("send")}
          variant="filled"
          icon={<SendHorizontal aria-hidden="true" />}
          // Keeps the focus in the field, and a phone's keyboard open.
          onMouseDown={(event) => event.preventDefault()}
          aria-busy={sending || undefined}
          aria-disabled={blocked || undefined}
          className={blocked ? "text-ink-faint!" : ""}
        />
      </div>
    </form>
  );
}

type Words = ReturnType<typeof useTranslations<"chat">>;

function problemOf(t: Words, { left, refusal }: Composer): string | undefined {
  if (left < 0) return t("too-long", { count: -left });
  if (!refusal || refusal.why === "name") return undefined;
  return refusal.why === "other" ? refusal.said : t(`refused.${refusal.why}`);
}

function hintOf(
  t: Words,
  { left, waitSeconds }: Composer,
  slowModeSeconds: number,
): string | undefined {
  if (waitSeconds > 0) return t("wait", { seconds: waitSeconds });
  if (left >= 0 && left <= leftShown) return t("left", { count: left });
  if (slowModeSeconds > 0) return t("slow-mode", { seconds: slowModeSeconds });
}

/** Shown instead of the composer when writing is not possible. */
export function ChatNote({ children }: { children: React.ReactNode }) {
  return (
    <div className="flex min-h-17 items-center border-t border-line px-4 pt-3 pb-safe-3 text-ink-soft">
      {children}
    </div>
  );
}
