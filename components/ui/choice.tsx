import type { ComponentProps, ReactNode } from "react";
import { useId } from "react";
import { classNames } from "@/components/ui/class-names";

/**
 * Native inputs throughout: the browser provides keyboard control, form values and labels without
 * scripts.
 */

type NativeInput = Omit<ComponentProps<"input">, "id" | "type" | "size" | "onChange" | "value">;

const boxClasses =
  "grid size-5 shrink-0 appearance-none place-items-center border border-edge bg-surface " +
  "checked:border-ink checked:bg-ink disabled:border-line disabled:bg-fill";

type WordsProps = { id: string; title: string; hint?: ReactNode; disabled?: boolean };

function Words({ id, title, hint, disabled }: WordsProps) {
  return (
    <span className={classNames("flex min-w-0 flex-col", disabled && "text-ink-faint")}>
      <span id={`${id}-title`}>{title}</span>
      {hint ? (
        <span id={`${id}-hint`} className={classNames("text-sm", !disabled && "text-ink-soft")}>
          {hint}
        </span>
      ) : null}
    </span>
  );
}

type ChoiceOption<Value extends string> = {
  value: Value;
  title: string;
  hint?: ReactNode;
  disabled?: boolean;
};

type ChoiceGroupProps<Value extends string> = {
  legend: string;
  hideLegend?: boolean;
  name: string;
  options: readonly ChoiceOption<Value>[];
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  disabled?: boolean;
  className?: string;
};

/**
 * One of a few explained options: rows with a title and a hint. For many short options use Select.
 */
export function ChoiceGroup<Value extends string>(props: ChoiceGroupProps<Value>) {
  const {
    legend,
    hideLegend,
    name,
    options,
    value,
    defaultValue,
    onValueChange,
    disabled,
    className,
  } = props;
  const id = useId();
  return (
    <fieldset className={classNames("min-w-0", className)} disabled={disabled}>
      <legend className={hideLegend ? "sr-only" : "mb-1.5 text-sm font-medium"}>{legend}</legend>
      <div className="divide-y divide-line overflow-hidden rounded border border-line bg-surface">
        {options.map((option) => {
          const optionId = `${id}-${option.value}`;
          return (
            <label
              key={option.value}
              className="flex min-h-11 gap-3 px-3 py-2.5 has-checked:bg-fill has-focus-visible:relative has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-focus"
            >
              <input
                type="radio"
                name={name}
                value={option.value}
                checked={value === undefined ? undefined : value === option.value}
                defaultChecked={
                  defaultValue === undefined ? undefined : defaultValue === option.value
                }
                disabled={option.disabled}
                onChange={onValueChange && (() => onValueChange(option.value))}
                aria-labelledby={`${optionId}-title`}
                aria-describedby={option.hint ? `${optionId}-hint` : undefined}
                className={classNames(
                  boxClasses,
                  "mt-0.5 rounded-full outline-none before:size-2 before:rounded-full checked:before:bg-surface",
                )}
              />
              <Words
                id={optionId}
                title={option.title}
                hint={option.hint}
                disabled={disabled || option.disabled}
              />
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

type CheckboxProps = NativeInput & {
  label: string;
  hint?: ReactNode;
  value?: string;
  onCheckedChange?: (checked: boolean) => void;
};

export function Checkbox({ label, hint, onCheckedChange, className, ...input }: CheckboxProps) {
  const id = useId();
  return (
    <label className={classNames("flex min-h-11 items-start gap-3 py-2.5", className)}>
      <input
        {...input}
        type="checkbox"
        onChange={onCheckedChange && ((event) => onCheckedChange(event.target.checked))}
        aria-labelledby={`${id}-title`}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className={classNames(
          boxClasses,
          "mt-0.5 rounded-[0.25rem] before:h-2.5 before:w-1.5 before:-translate-y-px before:rotate-45 before:border-surface checked:before:border-r-2 checked:before:border-b-2",
        )}
      />
      <Words id={id} title={label} hint={hint} disabled={input.disabled} />
    </label>
  );
}
