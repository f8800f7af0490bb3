"use client";

import { Ban, Ellipsis, Square, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ReasonDialog } from "@/components/admin/reason-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import type { ReportedSubjects } from "@/lib/client/admin/use-reported-subjects";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { ReportedSubject } from "@/lib/contracts/admin/reports";
import { isOver } from "@/lib/contracts/common/livestream-status";
import { type AccountRole, mayActOn } from "@/lib/grants/account-capabilities";
import { isolated } from "@/lib/words/isolated";

export type ReportRowProps = {
  subject: ReportedSubject;
  subjects: ReportedSubjects;
  myRole: AccountRole;
};

/** What an admin can do about a reported livestream or message. */
export function ReportActions({ subject, subjects, myRole }: ReportRowProps) {
  const t = useTranslations("admin");
  const [open, setOpen] = useState<"nothing" | "end" | "suspend">("nothing");
  const { show, message, account } = subject;
  const [ends, suspends] = [
    show.status !== null && !isOver(show.status),
    account !== null && !account.suspended && mayActOn(myRole, "suspend", account.role),
  ];
  const how = show.status === "live" ? "end" : "cancel";
  const title = isolated(show.title);
  const name = isolated(account?.name ?? "");
  const bind = (which: typeof open) => ({
    open: open === which,
    onOpenChange: (next: boolean) => setOpen(next ? which : "nothing"),
  });
  const deletes = message !== null && !message.deleted;
  return (
    <>
      {deletes || ends || suspends ? (
        <Menu
          trigger={
            <IconButton
              label={t("reports.more", { what: whatOf(subject) })}
              icon={<Ellipsis aria-hidden="true" />}
              className="-my-1"
            />
          }
        >
          {deletes ? (
            <MenuItem
              variant="danger"
              icon={<Trash2 />}
              onSelect={() =>
                void runWithToast(() => subjects.deleteMessage(subject), {
                  done: t("reports.message-is-deleted"),
                  failed: t("reports.not-deleted"),
                })
              }
            >
              {t("reports.delete")}
            </MenuItem>
          ) : null}
          {ends ? (
            <MenuItem variant="danger" icon={<Square />} onSelect={() => setOpen("end")}>
              {t(`livestreams.${how}.verb`)}
            </MenuItem>
          ) : null}
          {suspends ? (
            <MenuItem variant="danger" icon={<Ban />} onSelect={() => setOpen("suspend")}>
              {t("reports.suspend", { name })}
            </MenuItem>
          ) : null}
        </Menu>
      ) : null}
      <ReasonDialog
        title={t(`livestreams.${how}.question`, { title })}
        consequence={t(`livestreams.${how}.words`)}
        hint={t("livestreams.reason-hint")}
        verb={t(`livestreams.${how}.verb`)}
        done={t(`livestreams.${how}.done`, { title })}
        act={(reason) => subjects.endShow(subject, reason)}
        {...bind("end")}
      />
      <ReasonDialog
        title={t("accounts.suspend.question", { name })}
        consequence={t("accounts.suspend.words")}
        hint={t("accounts.suspend.hint")}
        verb={t("accounts.suspend.verb")}
        done={t("accounts.suspend.done", { name })}
        act={(reason) => subjects.suspend(subject, reason)}
        {...bind("suspend")}
      />
    </>
  );
}

/** For labels: the beginning of the message, or the title. */
export function whatOf({ message, show }: ReportedSubject): string {
  return isolated([...(message?.text ?? show.title)].slice(0, 40).join(""));
}
