import type { ComponentProps, ReactNode } from "react";
import { useId } from "react";
import { classNames } from "@/components/ui/class-names";

type SwitchProps = Omit<ComponentProps<"input">, "id" | "type" | "size" | "role" | "onChange"> & {
  label: string;
  hint?: ReactNode;
  onCheckedChange?: (checked: boolean) => void;
};

/**
 * A setting that applies at once, without a Save button. Label on the left, switch on the right;
 * the whole row is clickable.
 */
export function Switch({ label, hint, onCheckedChange, className, ...input }: SwitchProps) {
  const id = useId();
  return (
    <label
      className={classNames("flex min-h-11 items-start justify-between gap-4 py-2.5", className)}
    >
      <span className={classNames("flex min-w-0 flex-col", input.disabled && "text-ink-faint")}>
        <span id={`${id}-title`}>{label}</span>
        {hint ? (
          <span
            id={`${id}-hint`}
            className={classNames("text-sm", !input.disabled && "text-ink-soft")}
          >
            {hint}
          </span>
        ) : null}
      </span>
      <input
        {...input}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: the browser itself says whether a native checkbox is checked
        role="switch"
        onChange={onCheckedChange && ((event) => onCheckedChange(event.target.checked))}
        aria-labelledby={`${id}-title`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={classNames(
          "flex h-6 w-10 shrink-0 appearance-none items-center rounded-full border border-edge bg-surface",
          "before:mx-[3px] before:size-4 before:rounded-full before:bg-edge before:transition-transform",
          "checked:border-ink checked:bg-ink checked:before:translate-x-4 checked:before:bg-surface",
          "disabled:border-line disabled:bg-fill disabled:before:bg-fill-strong",
        )}
      />
    </label>
  );
}
