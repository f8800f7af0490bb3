import { ChevronDown } from "lucide-react";
import { type ComponentProps, type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import {
  FieldFrame,
  type FieldWords,
  fieldControlClasses,
  fieldIds,
} from "@/components/ui/field-frame";

type SelectOption = { value: string; label: string; disabled?: boolean };

type SelectProps = Omit<ComponentProps<"select">, "id" | "multiple" | "children"> &
  FieldWords & {
    options: readonly SelectOption[];
    onValueChange?: (value: string) => void;
    /** Shown while nothing is selected; the value is then an empty string. */
    placeholder?: string;
    /** An icon before the value, for example a microphone. */
    icon?: ReactNode;
  };

/**
 * A native select: phones show their own picker, it works in full screen, and pages that wait for a
 * picture load nothing for it. Where the browser allows styling the list (`picker` in globals.css),
 * it looks like our menus.
 */
export function Select(props: SelectProps) {
  const { label, hint, error, optional, hideLabel, ...control } = props;
  const { options, onValueChange, onChange, placeholder, icon, className, ...rest } = control;
  const ids = fieldIds(useId(), { hint, error });
  const unset = placeholder !== undefined && rest.value === undefined;
  return (
    <FieldFrame ids={ids} words={{ label, hint, error, optional, hideLabel }} className={className}>
      <span className="relative block">
        {icon ? (
          <span className="pointer-events-none absolute inset-y-0 left-3 flex items-center text-ink-soft [&_svg]:size-5">
            {icon}
          </span>
        ) : null}
        <select
          {...rest}
          {...ids.control}
          defaultValue={unset ? (rest.defaultValue ?? "") : rest.defaultValue}
          onChange={(event) => {
            onChange?.(event);
            onValueChange?.(event.target.value);
          }}
          className={classNames(
            fieldControlClasses,
            "picker h-11 py-2.25 pr-10 has-[option[value='']:checked]:text-ink-faint",
            Boolean(icon) && "pl-10",
          )}
        >
          {placeholder === undefined ? null : (
            <option value="" disabled hidden>
              {placeholder}
            </option>
          )}
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          className="pointer-events-none absolute top-3 right-3 size-5 text-ink-soft"
        />
      </span>
    </FieldFrame>
  );
}
