import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

/**
 * Shown over the picture while disconnected. Reconnects automatically, or sooner with the button.
 */
export function LinkLost({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations("join");
  return (
    <div className="on-picture absolute inset-x-0 top-0 flex flex-wrap items-center justify-center gap-x-4 gap-y-2 px-4 py-2">
      <p className="font-medium">{t("lost")}</p>
      <Button size="sm" onClick={onRetry}>
        {t("try-now")}
      </Button>
    </div>
  );
}
