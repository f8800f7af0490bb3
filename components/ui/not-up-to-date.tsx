import { RefreshCwOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";

type NotUpToDateProps = { stale: boolean; className?: string };

/** Shown beside live data while it may be outdated. */
export function NotUpToDate({ stale, className }: NotUpToDateProps) {
  const t = useTranslations("ui");
  return (
    <span
      role="status"
      className={classNames("flex items-center gap-2 text-sm empty:hidden", className)}
    >
      {stale ? (
        <>
          <RefreshCwOff aria-hidden="true" className="size-4 shrink-0" />
          <span>{t("not-up-to-date")}</span>
        </>
      ) : null}
    </span>
  );
}
