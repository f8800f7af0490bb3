"use client";

import { Check, CircleAlert, Minus, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { AdminRow } from "@/components/admin/admin-list";
import { LineVerdict } from "@/components/preflight/line-verdict";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { LocalTime } from "@/components/ui/local-time";
import { useServerTest } from "@/lib/client/admin/use-server-test";
import { useLineRun } from "@/lib/client/preflight/use-line-run";
import { call } from "@/lib/client/server-api/api";
import type { Finding, TestKey, testMedia, Verdict } from "@/lib/contracts/admin/server";

/** Every check with its result, and a button for those that can be tested. */
export function ServerChecks({ checks }: { checks: Finding[] }) {
  const t = useTranslations("server");
  return (
    <ul aria-label={t("checks")} className="divide-y divide-line border-b border-line">
      {checks.map((finding) => (
        <CheckRow key={finding.key} first={finding} />
      ))}
    </ul>
  );
}

function CheckRow({ first }: { first: Finding }) {
  const t = useTranslations("server");
  const { finding, problem, testing, test } = useServerTest(first);
  const { key, verdict } = finding;
  const name = t(`names.${key}`);
  const testKey = testKeyOf(finding);
  return (
    <AdminRow
      title={
        <span className="flex items-center gap-2">
          <VerdictIcon verdict={verdict} />
          {name}
        </span>
      }
      badges={[t(`verdicts.${verdict}`)]}
      action={
        testKey ? (
          <Button
            size="sm"
            aria-label={t("test-named", { name })}
            pending={testing}
            onClick={() => test(testKey)}
          >
            {t("test")}
          </Button>
        ) : null
      }
    >
      <div role={testKey ? "status" : undefined}>
        {testing ? t("testing") : (problem ?? <Sentence finding={finding} />)}
      </div>
      {key === "media" ? <MediaTest /> : null}
    </AdminRow>
  );
}

/** Mail that is not set up has nothing to test. */
function testKeyOf({ key, verdict }: Finding): TestKey | null {
  if (key === "mail") return verdict === "not-configured" ? null : key;
  return key === "webhook" || key === "turn" || key === "tls" ? key : null;
}

function Sentence({ finding: { code, values } }: { finding: Finding }) {
  const t = useTranslations("server.results");
  return t.rich(code, { ...values, time: () => <LocalTime value={String(values.at)} /> });
}

/** Whether this browser can send and receive media; a server cannot tell from inside. */
function MediaTest() {
  const line = useLineRun({
    begin: (signal) =>
      call<typeof testMedia>("POST", "/installation/server/connection-check", {}, signal),
    tracks: { video: undefined, audio: undefined },
  });
  return (
    <div className="mt-3 text-base text-ink">
      <LineVerdict line={line} />
    </div>
  );
}

const icons = {
  ok: { Icon: Check, colour: "text-go-text" },
  "not-configured": { Icon: Minus, colour: "text-ink-soft" },
  warning: { Icon: TriangleAlert, colour: "text-wait-text" },
  failed: { Icon: CircleAlert, colour: "text-ink" },
} as const satisfies Record<Verdict, object>;

function VerdictIcon({ verdict }: { verdict: Verdict }) {
  const { Icon, colour } = icons[verdict];
  return <Icon aria-hidden="true" className={classNames("size-5 shrink-0", colour)} />;
}
