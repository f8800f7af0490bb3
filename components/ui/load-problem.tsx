"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Loaded } from "@/lib/client/server-api/use-loaded";

type LoadProblemProps = { loaded: Pick<Loaded<unknown>, "problem" | "loading" | "reload"> };

/** Why a list failed to load. The button stays and keeps its focus while retrying. */
export function LoadProblem({ loaded: { problem, loading, reload } }: LoadProblemProps) {
  const t = useTranslations("ui");
  if (!problem) return null;
  return (
    <div className="flex flex-col gap-3">
      {loading ? null : <Notice tone="problem">{problem}</Notice>}
      <Button variant="quiet" pending={loading} onClick={reload} className="self-center">
        {t("try-again")}
      </Button>
    </div>
  );
}
