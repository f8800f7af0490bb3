"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { AdminList, AdminRow, Details } from "@/components/admin/admin-list";
import { ReportActions, type ReportRowProps, whatOf } from "@/components/admin/report-actions";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { LocalTime } from "@/components/ui/local-time";
import { isEmpty, type Paged, type Wish } from "@/lib/client/admin/use-paged";
import {
  keyOf,
  type ReportedSubjects,
  useReportedSubjects,
} from "@/lib/client/admin/use-reported-subjects";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { toast } from "@/lib/client/browser/toast";
import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import type { ReportedSubject } from "@/lib/contracts/admin/reports";
import type { ReportOutcome } from "@/lib/contracts/common/report-reasons";
import type { AccountRole } from "@/lib/grants/account-capabilities";
import { isolated } from "@/lib/words/isolated";

type ReportListProps = { first: Paged<ReportedSubject>; wish: Wish; myRole: AccountRole };

export function ReportList({ first, wish, myRole }: ReportListProps) {
  const t = useTranslations("admin");
  const subjects = useReportedSubjects(first, wish);
  return (
    <AdminList
      label={t("sections.reports")}
      list={subjects.list}
      none={t(isEmpty(wish) ? "reports.empty" : "reports.none")}
      row={(subject) => (
        <ReportRow key={keyOf(subject)} subject={subject} subjects={subjects} myRole={myRole} />
      )}
    />
  );
}

function ReportRow(props: ReportRowProps) {
  const { subject, subjects } = props;
  const t = useTranslations("admin.reports");
  const { message, account, decision, show } = subject;
  const [wasOpen] = useState(decision === null);
  const badges = [
    t(`kinds.${message ? "message" : "livestream"}`),
    ...(message?.deleted ? [t("message-deleted")] : []),
    ...(show.status === null ? [t("livestream-deleted")] : []),
    ...(account?.suspended ? [t("suspended")] : []),
    ...(message || account ? [] : [t("deleted-account")]),
  ];
  return (
    <AdminRow
      title={message ? message.text : <Show show={show} />}
      badges={badges}
      action={<ReportActions {...props} />}
    >
      <Details>
        <bdi>
          {message ? (message.author ?? t("deleted-account")) : (account?.name ?? show.creator)}
        </bdi>
        {account ? <span>{`@${account.handle}`}</span> : null}
        {message ? <Show show={show} /> : null}
        {message && show.status === null ? (
          <span>{t("creator", { name: isolated(show.creator) })}</span>
        ) : null}
      </Details>
      <Reasons subject={subject} />
      <Latest subject={subject} />
      {decision ? (
        // The pressed button is gone.
        <p ref={wasOpen ? takeFocus : undefined} tabIndex={-1} className="mt-1">
          {t.rich("decided", {
            outcome: decision.outcome,
            by: decision.by === null ? "none" : isolated(decision.by),
            time: () => <LocalTime value={decision.at} />,
          })}
        </p>
      ) : (
        <Decide subject={subject} decide={subjects.decide} />
      )}
    </AdminRow>
  );
}

const takeFocus = (element: HTMLElement | null) => element?.focus();

/** Admins have no role in private shows, and their watch page answers so. Deleted ones have no page. */
function Show({ show: { mint, title, visibility } }: Pick<ReportedSubject, "show">) {
  if (visibility === null || visibility === "private") return <bdi>{title}</bdi>;
  return (
    <Link
      href={watchPath(mint)}
      className="touch-target relative underline underline-offset-4 hover:text-ink"
    >
      <bdi>{title}</bdi>
    </Link>
  );
}

function Reasons({ subject }: { subject: ReportedSubject }) {
  const t = useTranslations("admin.reports");
  const chat = useTranslations("chat.report.reasons");
  const { count, reasons, dismissedByHostsAt } = subject;
  return (
    <Details>
      <span className="font-medium text-ink">{t("count", { count })}</span>
      {reasons.map(({ reason, count }) => (
        <span key={reason}>{t("reason-count", { reason: chat(reason), count })}</span>
      ))}
      {dismissedByHostsAt ? (
        <span>
          {t.rich("dismissed-by-hosts", { time: () => <LocalTime value={dismissedByHostsAt} /> })}
        </span>
      ) : null}
    </Details>
  );
}

/** The newest reports, with their notes. */
function Latest({ subject: { latest } }: { subject: ReportedSubject }) {
  const t = useTranslations("admin.reports");
  return (
    <ul aria-label={t("latest")} className="mt-2 flex flex-col gap-2">
      {latest.map(({ reporter, note, createdAt }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: reports have no id here, and never move.
        <li key={place}>
          {t.rich("from", {
            name: reporter ? `${isolated(reporter.name)} (@${reporter.handle})` : t("no-account"),
            time: () => <LocalTime value={createdAt} />,
          })}
          {note ? (
            <p dir="auto" className="text-start whitespace-pre-line text-ink">
              {note}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

type DecideProps = Pick<ReportedSubjects, "decide"> & { subject: ReportedSubject };

function Decide({ subject, decide }: DecideProps) {
  const t = useTranslations("admin.reports");
  const [pending, setPending] = useState<ReportOutcome | null>(null);
  const what = whatOf(subject);

  async function choose(outcome: ReportOutcome) {
    if (pending) return;
    setPending(outcome);
    let decided = true;
    const answered = await runWithToast(
      async () => {
        decided = await decide(subject, outcome);
      },
      { failed: t("failed", { what }) },
    );
    if (answered && decided) toast.done(t(`done.${outcome}`, { what }));
    else setPending(null);
    if (!decided) toast.info(t("newer", { what }));
  }

  return (
    <div className="mt-2 flex flex-wrap gap-2">
      <Button
        size="sm"
        aria-label={t("handle-named", { what })}
        pending={pending === "handled"}
        onClick={() => void choose("handled")}
      >
        {t("handle")}
      </Button>
      <Button
        size="sm"
        aria-label={t("dismiss-named", { what })}
        pending={pending === "dismissed"}
        onClick={() => void choose("dismissed")}
      >
        {t("dismiss")}
      </Button>
    </div>
  );
}
