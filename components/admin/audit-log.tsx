"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { AdminList, AdminRow, Details } from "@/components/admin/admin-list";
import { LocalTime } from "@/components/ui/local-time";
import { auditWords, reasonOf } from "@/lib/client/admin/audit-words";
import { useAuditLog } from "@/lib/client/admin/use-audit-log";
import { isEmpty, type Paged, type Wish } from "@/lib/client/admin/use-paged";
import type { AuditEntry } from "@/lib/contracts/admin/audit-log";
import { isolated } from "@/lib/words/isolated";

export function AuditLog({ first, wish }: { first: Paged<AuditEntry>; wish: Wish }) {
  const t = useTranslations("admin");
  const list = useAuditLog(first, wish);
  return (
    <AdminList
      label={t("sections.audit-log")}
      list={list}
      none={t(isEmpty(wish) ? "log.empty" : "log.none")}
      row={(entry) => <EntryRow key={entry.seq} entry={entry} />}
    />
  );
}

function EntryRow({ entry }: { entry: AuditEntry }) {
  const t = useTranslations("admin");
  const studio = useTranslations("studio");
  const { show, at } = entry;
  const reason = reasonOf(entry);
  return (
    <AdminRow title={auditWords(entry, t, studio)}>
      {reason ? <p className="in-line">{t("log.reason", { reason: isolated(reason) })}</p> : null}
      <Details>
        <LocalTime value={at} className="tabular-nums" />
        {show ? (
          <Link
            href={`/admin/audit-log?q=${show.mint}`}
            className="touch-target relative underline underline-offset-4 hover:text-ink"
          >
            <bdi>{show.title}</bdi>
          </Link>
        ) : null}
      </Details>
    </AdminRow>
  );
}
