import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Elapsed } from "@/components/ui/elapsed";

type WaitingNoticeProps = {
  entering: boolean;
  /** A host has moved them back to the waiting room. */
  moved: boolean;
  /** The connection is lost, but the guest keeps their place. */
  lost: boolean;
  since: string | undefined;
  onLeave: () => void;
  onRetry: () => void;
};

export function WaitingNotice(props: WaitingNoticeProps) {
  const { entering, moved, lost, since, onLeave, onRetry } = props;
  const t = useTranslations("join");
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        {moved ? <p className="font-medium">{t("moved.waiting")}</p> : null}
        <p className="font-medium">{t(lost ? "lost" : entering ? "let-in" : "host-sees")}</p>
        <p className="mt-1 text-sm text-ink-soft">
          {t(entering ? "now-live" : "keep-open")}
          {since && !entering ? (
            <> {t.rich("waiting-for", { time: () => <Elapsed since={since} /> })}</>
          ) : null}
        </p>
      </div>
      <div className="flex shrink-0 flex-wrap justify-end gap-2">
        {lost ? <Button onClick={onRetry}>{t("try-now")}</Button> : null}
        <Button onClick={onLeave}>{t("leave")}</Button>
      </div>
    </div>
  );
}
