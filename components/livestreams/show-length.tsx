import { useTranslations } from "next-intl";

type ShowLengthProps = { startedAt: string; endedAt: string; className?: string };

/** A show's duration: "48 min", "1 h 12 min". */
export function ShowLength({ startedAt, endedAt, className }: ShowLengthProps) {
  const t = useTranslations("livestreams.length");
  const total = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000);
  const parts = { hours: Math.floor(total / 60), minutes: total % 60 };
  const said = total < 1 ? "short" : total < 60 ? "minutes" : "hours";
  return <span className={className}>{t(said, parts)}</span>;
}
