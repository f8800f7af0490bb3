import { useTranslations } from "next-intl";
import { JoinColumn } from "@/components/join/join-column";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { Trouble } from "@/lib/client/join/join-ending";

type JoinLoadingProps = { trouble: Trouble | null; onRetry: () => void };

export function JoinLoading({ trouble, onRetry }: JoinLoadingProps) {
  const t = useTranslations("join");
  return (
    <JoinColumn>
      <h1 className="sr-only">{t("title")}</h1>
      {trouble ? (
        <Notice
          tone="problem"
          title={t("not-read")}
          action={
            <Button size="sm" onClick={onRetry}>
              {t("again")}
            </Button>
          }
        >
          {trouble.message}
        </Notice>
      ) : (
        <div aria-busy="true">
          <Skeleton className="h-7 w-3/4" />
          <Skeleton className="mt-2 h-5 w-1/2" />
          <Skeleton className="mt-5 aspect-video w-full" />
        </div>
      )}
    </JoinColumn>
  );
}
