"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useBlurState } from "@/lib/client/devices/use-background-blur";

type BlurTroubleProps = { onRetry: () => void; className?: string };

/**
 * Explains why a camera stays off because its background could not be blurred, and offers
 * solutions.
 */
export function BlurTrouble({ onRetry, className }: BlurTroubleProps) {
  const t = useTranslations("devices");
  const { problem, turn } = useBlurState();
  if (!problem) return null;
  return (
    <Notice
      tone="problem"
      title={t(`blur.${problem}.happened`)}
      className={className}
      action={
        <>
          {problem === "failed" ? (
            <Button size="sm" onClick={onRetry} aria-label={t("again-camera")}>
              {t("again")}
            </Button>
          ) : null}
          <Button size="sm" variant="quiet" onClick={() => turn(false)}>
            {t("blur.off")}
          </Button>
        </>
      }
    >
      {t(`blur.${problem}.next`)}
    </Notice>
  );
}
