"use client";

import { useTranslations } from "next-intl";
import { ChoiceGroup } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { TextArea } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { toast } from "@/lib/client/browser/toast";
import { useReport } from "@/lib/client/chat/use-report";
import { errorAt } from "@/lib/client/server-api/form-state";
import type { ChatMessage } from "@/lib/contracts/chat";
import { reportNoteMax } from "@/lib/contracts/common/limits";
import { reportReasons } from "@/lib/contracts/common/report-reasons";
import { isolated } from "@/lib/words/isolated";

export type ReportDialogProps = {
  mint: string;
  /** Null to report the livestream itself. */
  message: Pick<ChatMessage, "seq" | "author"> | null;
  onClose: () => void;
};

/** Asks why a message or a livestream is reported. */
export function ReportDialog({ mint, message, onClose }: ReportDialogProps) {
  const chat = useTranslations("chat");
  const t = useTranslations("chat.report");
  const author = message?.author.deleted ? chat("deleted-account") : message?.author.name;
  const { state, submit } = useReport({ mint, seq: message?.seq ?? null }, () => {
    toast.done(t(message ? "done" : "show-done"));
    onClose();
  });
  return (
    <Dialog
      title={author === undefined ? t("show") : t("message", { name: isolated(author) })}
      description={t(message ? "message-words" : "show-words")}
      open
      onOpenChange={onClose}
    >
      <Form verb={t("send")} state={state} onSubmit={(fields) => void submit(fields)}>
        <ChoiceGroup
          legend={t("reason")}
          name="reason"
          options={reportReasons.map((value) => ({ value, title: t(`reasons.${value}`) }))}
        />
        <TextArea
          label={t("note")}
          name="note"
          optional
          rows={2}
          maxLength={reportNoteMax}
          showCount
          autoComplete="off"
          error={errorAt(state, "note")}
        />
      </Form>
    </Dialog>
  );
}
