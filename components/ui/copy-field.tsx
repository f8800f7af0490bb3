"use client";

import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { FieldFrame, fieldControlClasses, fieldIds } from "@/components/ui/field-frame";

const shownForMs = 2000;

type CopyFieldProps = {
  label: string;
  value: string;
  hint?: ReactNode;
  hideLabel?: boolean;
  className?: string;
};

/** A read-only value with a Copy button that also works without clipboard access. */
export function CopyField({ label, value, hint, hideLabel, className }: CopyFieldProps) {
  const t = useTranslations("ui");
  const ids = fieldIds(useId(), { hint, error: undefined });
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<"copied" | "selected">();

  useEffect(() => {
    if (outcome !== "copied") return;
    const timer = setTimeout(() => setOutcome(undefined), shownForMs);
    return () => clearTimeout(timer);
  }, [outcome]);

  async function copy() {
    const copied = (await copyByPermission(value)) || copyBySelection(input.current);
    setOutcome(copied ? "copied" : "selected");
  }

  return (
    <FieldFrame ids={ids} words={{ label, hint, hideLabel }} className={className}>
      <div className="flex gap-2">
        <input
          {...ids.control}
          ref={input}
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
          className={`${fieldControlClasses} h-11 min-w-0 flex-1 truncate text-ink-soft`}
        />
        <Button onClick={copy}>
          {outcome === "copied" ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
          {t("copy")}
        </Button>
      </div>
      <p role="status" className={outcome === "selected" ? "text-sm text-ink-soft" : "sr-only"}>
        {outcome ? t(outcome) : ""}
      </p>
    </FieldFrame>
  );
}

/** False over plain HTTP (no clipboard API), in a frame without permission, and when refused. */
async function copyByPermission(value: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(value);
    return true;
  } catch {
    return false;
  }
}

/** Leaves the value selected, so that the person can copy it if the browser does not. */
function copyBySelection(input: HTMLInputElement | null): boolean {
  const before = document.activeElement;
  input?.focus();
  input?.select();
  const copied = document.execCommand("copy");
  if (copied && before instanceof HTMLElement) before.focus();
  return copied;
}
