import type { ComponentProps } from "react";
import { TextField } from "@/components/ui/field";

/** A field for a handle or id, without autocorrection and autofill. */
export function HandleField(props: ComponentProps<typeof TextField>) {
  return <TextField autoComplete="off" autoCapitalize="none" spellCheck={false} {...props} />;
}
