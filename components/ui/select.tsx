"use client";

import { Check, ChevronDown } from "lucide-react";
import * as Radix from "radix-ui/select";
import { type ReactNode, useId } from "react";
import { classNames } from "@/components/ui/class-names";
import {
  FieldFrame,
  type FieldWords,
  fieldControlClasses,
  useFieldIds,
} from "@/components/ui/field-frame";
import { popupClasses, popupItemClasses } from "@/components/ui/popup-classes";
import { usePortalContainer } from "@/components/ui/theme-scope";

export type SelectOption = {
  /** Not empty: Radix keeps the empty string for "nothing chosen". */
  value: string;
  label: string;
  disabled?: boolean;
};

export type SelectProps = FieldWords & {
  options: readonly SelectOption[];
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
  placeholder?: string;
  /** An icon before the value, for example a microphone. */
  icon?: ReactNode;
  name?: string;
  required?: boolean;
  disabled?: boolean;
  className?: string;
};

export function Select(props: SelectProps) {
  const {
    label,
    hint,
    error,
    optional,
    hideLabel,
    options,
    placeholder,
    icon,
    className,
    ...root
  } = props;
  const ids = useFieldIds(useId(), { hint, error });
  const container = usePortalContainer();
  return (
    <FieldFrame ids={ids} words={{ label, hint, error, optional, hideLabel }} className={className}>
      <Radix.Root {...root}>
        <Radix.Trigger
          {...ids.control}
          className={classNames(
            fieldControlClasses,
            "flex h-11 items-center gap-2 text-left data-[placeholder]:text-ink-faint [&_svg]:size-5 [&_svg]:shrink-0",
          )}
        >
          {icon ? <span className="text-ink-soft">{icon}</span> : null}
          <span className="min-w-0 flex-1 truncate">
            <Radix.Value placeholder={placeholder} />
          </span>
          <ChevronDown aria-hidden="true" className="text-ink-soft" />
        </Radix.Trigger>
        <Radix.Portal container={container}>
          <Radix.Content
            position="popper"
            sideOffset={4}
            collisionPadding={8}
            className={classNames(
              popupClasses,
              "max-h-(--radix-select-content-available-height) w-(--radix-select-trigger-width) min-w-48",
            )}
          >
            <Radix.Viewport>
              {options.map((option) => (
                <Radix.Item
                  key={option.value}
                  value={option.value}
                  disabled={option.disabled}
                  className={classNames(popupItemClasses, "pr-10")}
                >
                  <Radix.ItemText>{option.label}</Radix.ItemText>
                  <Radix.ItemIndicator className="absolute right-3">
                    <Check aria-hidden="true" className="size-5" />
                  </Radix.ItemIndicator>
                </Radix.Item>
              ))}
            </Radix.Viewport>
          </Radix.Content>
        </Radix.Portal>
      </Radix.Root>
    </FieldFrame>
  );
}
