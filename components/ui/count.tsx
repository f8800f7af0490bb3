import { useLocale } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { numberFormat } from "@/lib/client/browser/formats";

type CountProps = {
  value: number;
  /** The unit after the number: "watching". */
  unit?: string;
  /** 12,480 as 12.5K. */
  compact?: boolean;
  className?: string;
};

export function Count({ value, unit, compact = false, className }: CountProps) {
  const locale = useLocale();
  const format = numberFormat(
    locale,
    compact ? { notation: "compact", maximumFractionDigits: 1 } : {},
  );
  return (
    <span className={classNames("whitespace-nowrap tabular-nums", className)}>
      {format.format(value)}
      {unit ? ` ${unit}` : null}
    </span>
  );
}
