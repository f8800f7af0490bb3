import type { useTranslations } from "next-intl";
import { wordsOf } from "@/lib/client/studio/event-log-words";
import type { AuditEntry } from "@/lib/contracts/admin/audit-log";
import { isInstallationDecision } from "@/lib/contracts/common/decisions";
import { isolated } from "@/lib/words/isolated";

type AdminWords = ReturnType<typeof useTranslations<"admin">>;
type StudioWords = ReturnType<typeof useTranslations<"studio">>;

/** A decision as a sentence: a host's as in the show's event log. */
export function auditWords(entry: AuditEntry, admin: AdminWords, studio: StudioWords): string {
  const { seq, event, at, by, subject, detail } = entry;
  if (event === "show_force_ended" || !isInstallationDecision(event)) {
    const none = { sid: null, role: null, track: null };
    const about = { identity: subject?.id ?? null, name: subject?.name ?? null };
    return wordsOf({ ...none, ...about, seq, event, happenedAt: at, by, detail }, studio);
  }
  return admin(`log.events.${event}`, {
    by: by ? isolated(by.name) : "none",
    who: subject ? isolated(subject.name) : "",
    detail: event === "settings_changed" ? settingsIn(detail ?? "", admin) : (detail ?? ""),
  });
}

/** The names of the settings in an entry, as a list. Older entries may name others. */
const settingsIn = (detail: string, admin: AdminWords): string =>
  detail
    .split(" ")
    .map((field) => {
      const key = `settings.${field}` as "settings.name";
      return admin.has(key) ? admin(key) : field;
    })
    .join(", ");

const withReason = new Set<AuditEntry["event"]>([
  "person_banned",
  "show_force_ended",
  "account_suspended",
]);

/** The reason that was given for a decision; null if there is none. */
export const reasonOf = ({ event, detail }: AuditEntry): string | null =>
  withReason.has(event) ? detail : null;
