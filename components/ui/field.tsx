"use client";

import { type ComponentProps, type ReactNode, useId, useState } from "react";
import { classNames } from "@/components/ui/class-names";
import {
  FieldFrame,
  type FieldWords,
  fieldControlClasses,
  fieldIds,
} from "@/components/ui/field-frame";

type Counted = {
  /** Shows "12 / 200" beside the label; needs `maxLength`. */
  showCount?: boolean;
};

export type TextFieldProps = Omit<ComponentProps<"input">, "id"> &
  FieldWords &
  Counted & {
    /** Sits inside the right end of the field, for example a button that shows a password. */
    trailing?: ReactNode;
  };

export function TextField(props: TextFieldProps) {
  const {
    label,
    hint,
    error,
    optional,
    hideLabel,
    showCount,
    trailing,
    className,
    onChange,
    ...rest
  } = props;
  const ids = fieldIds(useId(), { hint, error });
  const [typed, setTyped] = useState(String(rest.defaultValue ?? "").length);
  const length = rest.value === undefined ? typed : String(rest.value).length;
  return (
    <FieldFrame
      ids={ids}
      words={{ label, hint, error, optional, hideLabel }}
      count={countOf(showCount, length, rest.maxLength)}
      className={className}
    >
      <span className="relative block">
        <input
          {...rest}
          {...ids.control}
          onChange={(event) => {
            setTyped(event.target.value.length);
            onChange?.(event);
          }}
          className={classNames(fieldControlClasses, "h-11", Boolean(trailing) && "pr-12")}
        />
        {trailing ? (
          <span className="absolute inset-y-0 right-0 flex items-center">{trailing}</span>
        ) : null}
      </span>
    </FieldFrame>
  );
}

export type TextAreaProps = Omit<ComponentProps<"textarea">, "id"> & FieldWords & Counted;

/** Grows with its text from `rows` (3) up to 12 lines where the browser can, else scrolls. */
export function TextArea(props: TextAreaProps) {
  const {
    label,
    hint,
    error,
    optional,
    hideLabel,
    showCount,
    className,
    onChange,
    rows = 3,
    ...rest
  } = props;
  const ids = fieldIds(useId(), { hint, error });
  const [typed, setTyped] = useState(String(rest.defaultValue ?? "").length);
  const length = rest.value === undefined ? typed : String(rest.value).length;
  return (
    <FieldFrame
      ids={ids}
      words={{ label, hint, error, optional, hideLabel }}
      count={countOf(showCount, length, rest.maxLength)}
      className={className}
    >
      <textarea
        {...rest}
        {...ids.control}
        rows={rows}
        onChange={(event) => {
          setTyped(event.target.value.length);
          onChange?.(event);
        }}
        className={classNames(
          fieldControlClasses,
          "field-sizing-content max-h-78 min-h-11 resize-none py-2.5",
        )}
        style={{ minHeight: `${rows * 1.5 + 1.25}rem` }}
      />
    </FieldFrame>
  );
}

function countOf(wanted: boolean | undefined, length: number, maxLength: number | undefined) {
  return wanted && maxLength !== undefined ? { length, maxLength } : undefined;
}
