"use client";

import type { ReactNode } from "react";
import { TextField } from "@/components/ui/field";
import { typedColour } from "@/lib/client/organizations/brand-draft";

type ColourFieldProps = {
  label: string;
  pick: string;
  name: string;
  hint: ReactNode;
  error: string | undefined;
  value: string;
  onChange: (typed: string) => void;
};

/** A colour as text, which can be empty, and the browser's own picker. */
export function ColourField({ pick, value, onChange, ...field }: ColourFieldProps) {
  return (
    <TextField
      {...field}
      dir="ltr"
      autoComplete="off"
      spellCheck={false}
      placeholder="#1f6f4a"
      maxLength={16}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      trailing={
        <input
          type="color"
          aria-label={pick}
          value={typedColour(value) ?? "#808080"}
          onChange={(event) => onChange(event.target.value)}
          className="mr-1 h-9 w-10 cursor-pointer rounded bg-transparent"
        />
      }
    />
  );
}
