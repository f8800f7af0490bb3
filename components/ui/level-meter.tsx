import { classNames } from "@/components/ui/class-names";

type LevelMeterProps = {
  /** 0 to 1; other values are clamped. */
  value: number;
  label: string;
  className?: string;
};

/** A row of lamps. Drawn by moving one bar, so that sixty updates a second cause no layout. */
export function LevelMeter({ value, label, className }: LevelMeterProps) {
  const level = Math.min(1, Math.max(0, Number.isFinite(value) ? value : 0));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a <meter> cannot be drawn by moving a bar, nor alike in all browsers
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(level * 100)}
      className={classNames("lamps h-2 w-full overflow-hidden bg-fill-strong", className)}
    >
      <div
        className="h-full w-full origin-left bg-ink transition-transform ease-linear"
        style={{ transform: `scaleX(${level})` }}
      />
    </div>
  );
}
