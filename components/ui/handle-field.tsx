import type { ComponentProps } from "react";
import { TextField } from "@/components/ui/field";

/** For a handle or an id: what no keyboard should correct, and no browser knows. */
export function HandleField(props: ComponentProps<typeof TextField>) {
  return <TextField autoComplete="off" autoCapitalize="none" spellCheck={false} {...props} />;
}
