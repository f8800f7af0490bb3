"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LocalTime } from "@/components/ui/local-time";
import { SectionHeading } from "@/components/ui/page";
import { deviceOf } from "@/lib/client/accounts/device-of";
import { useSessions } from "@/lib/client/accounts/use-sessions";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { Session } from "@/lib/contracts/accounts/sessions";

/** Where the account is signed in: each session can be ended, or all but this one. */
export function Sessions({ first }: { first: Session[] }) {
  const t = useTranslations("accounts.sessions");
  const { sessions, end, endOthers } = useSessions(first);
  return (
    <section aria-labelledby="sessions" className="mb-10">
      <SectionHeading
        id="sessions"
        title={t("title")}
        actions={
          sessions.length > 1 ? (
            <ConfirmDialog
              title={t("end-others-question")}
              consequence={t("end-words")}
              verb={t("end")}
              trigger={<Button size="sm">{t("end-others")}</Button>}
              onConfirm={() =>
                runWithToast(endOthers, { done: t("ended-others"), failed: t("still-open") })
              }
            />
          ) : null
        }
      />
      <ul className="divide-y divide-line border-b border-line">
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} end={() => end(session.id)} />
        ))}
      </ul>
    </section>
  );
}

function SessionRow({ session, end }: { session: Session; end: () => Promise<void> }) {
  const t = useTranslations("accounts.sessions");
  const { program, system } = deviceOf(session.userAgent);
  const known = program ?? system;
  const device =
    program && system ? t("device", { program, system }) : (known ?? t("unknown-device"));
  const times = useId();
  const signedIn = t.rich("signed-in", { time: () => <LocalTime value={session.createdAt} /> });
  const lastUsed = t.rich("last-used", { time: () => <LocalTime value={session.lastUsedAt} /> });
  return (
    <li className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="truncate font-medium">
          {session.door === "api" ? t("api", { device }) : device}
        </p>
        <p id={times} className="text-sm text-ink-soft">
          {signedIn}
          {" · "}
          {session.current ? <strong className="text-ink">{t("current")}</strong> : lastUsed}
        </p>
      </div>
      {session.current ? null : (
        <ConfirmDialog
          title={t("end-question", { device })}
          // Sessions of the same browser differ in their times only.
          consequence={
            <>
              <span className="mb-2 block">
                {signedIn}
                {" · "}
                {lastUsed}
              </span>
              {t("end-words")}
            </>
          }
          verb={t("end")}
          trigger={
            <Button
              size="sm"
              variant="quiet"
              aria-label={t("end-of", { device })}
              aria-describedby={times}
            >
              {t("end")}
            </Button>
          }
          onConfirm={() =>
            runWithToast(end, { done: t("ended", { device }), failed: t("still-open") })
          }
        />
      )}
    </li>
  );
}
