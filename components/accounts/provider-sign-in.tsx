"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useProviderSignIn } from "@/lib/client/accounts/use-provider-sign-in";

/** Below a form: the other way to sign in. `next` is the path on this site to continue to. */
export function ProviderSignIn({ name, next }: { name: string; next: string }) {
  const t = useTranslations("provider");
  const { state, start } = useProviderSignIn(next);
  return (
    <div className="mt-6 flex flex-col gap-6">
      <p className="flex items-center gap-4 text-sm text-ink-soft before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t("or")}
      </p>
      {state.name === "failed" ? <Notice tone="problem">{state.message}</Notice> : null}
      <Button
        className="max-w-full"
        pending={state.name === "sending"}
        onClick={() => void start()}
      >
        <span className="truncate">{t("continue", { name })}</span>
      </Button>
    </div>
  );
}
