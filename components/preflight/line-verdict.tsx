"use client";

import { Check, ChevronDown, CircleAlert, LoaderCircle, Minus, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import {
  type LineCheck,
  lineSteps,
  type StepState,
  verdictOf,
} from "@/lib/client/preflight/line-check";
import type { LineCheckOf } from "@/lib/client/preflight/use-line-run";

/** Whether the connection can carry the show: one sentence, with details on demand. */
export function LineVerdict({ line: { check, run } }: { line: LineCheckOf }) {
  const t = useTranslations("preflight.line");
  const verdict = verdictOf(check);
  const running = verdict === "checking";
  return (
    <section aria-label={t("label")} className="rounded border border-line bg-surface">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3 px-4 py-3">
        <div role="status" className="flex min-w-52 flex-1 gap-3">
          <VerdictIcon verdict={verdict} />
          <div className="min-w-0">
            <p className="font-semibold">{t(`verdict.${verdict}.title`)}</p>
            <p className="text-sm text-ink-soft">
              {check.refusal ??
                t(`verdict.${verdict}.text`, { kbps: check.figures?.carriesKbps ?? 0 })}
            </p>
          </div>
        </div>
        <Button size="sm" pending={running} onClick={run}>
          {t(verdict === "unchecked" ? "check" : "again")}
        </Button>
      </div>
      {verdict === "unchecked" ? null : <Details check={check} />}
    </section>
  );
}

const iconClasses = "mt-0.5 size-5 shrink-0";

function VerdictIcon({ verdict }: { verdict: ReturnType<typeof verdictOf> }) {
  if (verdict === "ready") {
    return <Check aria-hidden="true" className={classNames(iconClasses, "text-go-text")} />;
  }
  if (verdict === "checking") {
    return (
      <LoaderCircle
        aria-hidden="true"
        className={classNames(iconClasses, "text-ink-soft motion-safe:animate-spin")}
      />
    );
  }
  if (verdict === "unchecked") {
    return <Minus aria-hidden="true" className={classNames(iconClasses, "text-ink-soft")} />;
  }
  return <CircleAlert aria-hidden="true" className={classNames(iconClasses, "text-ink")} />;
}

function Details({ check: { steps, figures, notes } }: { check: LineCheck }) {
  const t = useTranslations("preflight.line");
  return (
    <details className="group border-t border-line">
      <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 px-4 text-sm text-ink-soft hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden="true" className="size-4 group-open:rotate-180" />
        {t("details")}
      </summary>
      <ul className="px-4 pb-3 text-sm">
        {lineSteps.map((step) => (
          <li key={step} className="flex min-h-7 items-center gap-2">
            <StepMark state={steps[step]} />
            <span className="flex-1">{t(`step.${step}`)}</span>
            <span className="text-ink-soft">{t(`state.${steps[step]}`)}</span>
          </li>
        ))}
      </ul>
      {figures ? (
        <p className="px-4 pb-3 text-sm text-ink-soft tabular-nums">
          {t("figures", {
            kbps: figures.carriesKbps ?? 0,
            ms: figures.roundTripMs ?? 0,
            loss: figures.loss,
          })}
        </p>
      ) : null}
      {notes.length > 0 ? (
        // LiveKit's own English text, to copy for the administrator.
        <pre
          lang="en"
          className="max-h-40 overflow-auto border-t border-line px-4 py-3 font-sans text-sm whitespace-pre-wrap text-ink-soft wrap-anywhere"
        >
          {notes.join("\n")}
        </pre>
      ) : null}
    </details>
  );
}

function StepMark({ state }: { state: StepState }) {
  const className = "size-4 shrink-0 text-ink-soft";
  if (state === "passed") return <Check aria-hidden="true" className={className} />;
  if (state === "failed") return <X aria-hidden="true" className="size-4 shrink-0 text-ink" />;
  return <Minus aria-hidden="true" className={className} />;
}
