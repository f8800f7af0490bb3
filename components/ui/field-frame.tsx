import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

export type FieldWords = {
  label: string;
  /** Helps to fill in the field; stays while there is an error. */
  hint?: ReactNode;
  /** Says what is wrong and how to fix it. */
  error?: ReactNode;
  /** Marks the field as optional. Required fields are the rule and have no mark. */
  optional?: boolean;
  /** Hides the label visually; it is still read aloud. */
  hideLabel?: boolean;
};

/**
 * The edge distinguishes a field from the page, so it has 3:1 contrast. An error makes it thicker
 * instead of red, since red means on air.
 */
export const fieldControlClasses =
  "w-full rounded border border-edge bg-surface px-3 text-base text-ink placeholder:text-ink-faint " +
  "aria-invalid:border-ink aria-invalid:ring-1 aria-invalid:ring-ink focus-visible:outline-offset-0 " +
  "disabled:cursor-not-allowed disabled:border-line disabled:bg-fill disabled:text-ink-faint";

/** Ids that connect a control to its label, hint and error. */
export function fieldIds(id: string, { hint, error }: Pick<FieldWords, "hint" | "error">) {
  const describedBy = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""]
    .filter(Boolean)
    .join(" ");
  return {
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    control: {
      id,
      "aria-describedby": describedBy || undefined,
      "aria-invalid": error ? true : undefined,
    },
  };
}

type FieldFrameProps = {
  ids: ReturnType<typeof fieldIds>;
  words: FieldWords;
  count?: { length: number; maxLength: number };
  className?: string;
  children: ReactNode;
};

/** Label above, control, then hint and error: the layout of every field. */
export function FieldFrame({ ids, words, count, className, children }: FieldFrameProps) {
  const { label, hint, error, optional, hideLabel } = words;
  const t = useTranslations("ui");
  return (
    <div className={classNames("flex min-w-0 flex-col gap-1.5", className)}>
      <div
        className={classNames("flex items-baseline justify-between gap-3", hideLabel && "sr-only")}
      >
        <label htmlFor={ids.id} className="text-sm font-medium text-ink">
          {label}{" "}
          {optional ? (
            <span className="ml-1 font-normal text-ink-faint">{t("optional")}</span>
          ) : null}
        </label>
        {count ? (
          <span
            className={classNames(
              "text-sm tabular-nums",
              count.length > count.maxLength ? "font-semibold text-ink" : "text-ink-faint",
            )}
          >
            {count.length} / {count.maxLength}
            <span className="sr-only"> {t("characters")}</span>
          </span>
        ) : null}
      </div>
      {children}
      {hint ? (
        <p id={ids.hintId} className="text-sm text-ink-soft">
          {hint}
        </p>
      ) : null}
      <div aria-live="polite" className="-mt-1.5">
        {error ? (
          <p id={ids.errorId} className="mt-1.5 flex gap-1.5 text-sm font-medium text-ink">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
            <span>{error}</span>
          </p>
        ) : null}
      </div>
    </div>
  );
}
