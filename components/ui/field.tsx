"use client";

import {
  type ChangeEvent,
  type ChangeEventHandler,
  type ComponentProps,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useId,
  useState,
} from "react";
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

type TextFieldProps = Omit<ComponentProps<"input">, "id"> &
  FieldWords &
  Counted & {
    /** Placed inside the field at the end, for example a button that shows a password. */
    trailing?: ReactNode;
  };

export function TextField({ trailing, ...props }: TextFieldProps) {
  const [frame, control] = useField<HTMLInputElement, typeof props>(props);
  return (
    <FieldFrame {...frame}>
      <span className="relative block">
        <input
          dir={isWords(props.type) ? "auto" : undefined}
          {...control}
          className={classNames(fieldControlClasses, "h-11", Boolean(trailing) && "pr-12")}
        />
        {trailing ? (
          <span className="absolute inset-y-0 right-0 flex items-center">{trailing}</span>
        ) : null}
      </span>
    </FieldFrame>
  );
}

/** Addresses, passwords and times are written left to right in every language. */
const isWords = (type = "text") => type === "text" || type === "search";

type TextAreaProps = Omit<ComponentProps<"textarea">, "id"> & FieldWords & Counted;

/** Grows with its text from `rows` (3) to 12 lines where the browser can; otherwise scrolls. */
export function TextArea({ rows = 3, ...props }: TextAreaProps) {
  const [frame, control] = useField<HTMLTextAreaElement, typeof props>(props);
  return (
    <FieldFrame {...frame}>
      <textarea
        dir="auto"
        {...control}
        rows={rows}
        className={classNames(
          fieldControlClasses,
          "field-sizing-content max-h-78 min-h-11 resize-none py-2.5",
        )}
        style={{ minHeight: `${rows * 1.5 + 1.25}rem` }}
      />
    </FieldFrame>
  );
}

type FieldProps<Control> = FieldWords &
  Counted & {
    value?: unknown;
    defaultValue?: unknown;
    maxLength?: number;
    className?: string;
    onChange?: ChangeEventHandler<Control>;
  };

/** Splits a field's props into those of its frame and those of the control. */
function useField<
  Control extends HTMLInputElement | HTMLTextAreaElement,
  Props extends FieldProps<Control>,
>(props: Props) {
  const { label, hint, error, optional, hideLabel, showCount, className, onChange, ...rest } =
    props;
  const { value, defaultValue, maxLength } = props;
  const id = useId();
  const ids = fieldIds(id, { hint, error });
  const [typed, setTyped] = useState(String(defaultValue ?? "").length);
  const length = value === undefined ? typed : String(value).length;
  const count = showCount && maxLength !== undefined ? { length, maxLength } : undefined;
  const frame = { ids, words: { label, hint, error, optional, hideLabel }, count, className };
  const change = (event: ChangeEvent<Control>) => {
    setTyped(event.target.value.length);
    onChange?.(event);
  };
  const hearTyped = useEffectEvent((target: Control) => {
    if (target.value === String(value ?? defaultValue ?? "")) return;
    change({ target, currentTarget: target } as ChangeEvent<Control>);
  });
  // Text that was typed before hydration caused no event here, and the next render would drop it.
  useEffect(() => {
    const target = document.getElementById(id);
    if (target) hearTyped(target as Control);
  }, [id]);
  const control = { ...rest, ...ids.control, onChange: change };
  return [frame, control] as const;
}
