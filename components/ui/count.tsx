import { classNames } from "@/components/ui/class-names";

export type CountProps = {
  value: number;
  /** What is counted, after the number: "watching". */
  unit?: string;
  /** 12,480 as 12.5K. */
  compact?: boolean;
  /** Fixed, not the browser's: the server must write the same digits. */
  locale?: string;
  className?: string;
};

export function Count({ value, unit, compact = false, locale = "en", className }: CountProps) {
  const format = new Intl.NumberFormat(
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
