"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { TextField } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";

type PasswordFieldProps = {
  /** For forms with two password fields. */
  label?: string;
  name?: string;
  autoComplete: "current-password" | "new-password";
  hint?: ReactNode;
  error?: ReactNode;
};

export function PasswordField({
  label,
  name = "password",
  autoComplete,
  hint,
  error,
}: PasswordFieldProps) {
  const t = useTranslations("accounts");
  const [shown, setShown] = useState(false);
  return (
    <TextField
      label={label ?? t("password")}
      name={name}
      type={shown ? "text" : "password"}
      autoComplete={autoComplete}
      autoCapitalize="none"
      spellCheck={false}
      hint={hint}
      error={error}
      trailing={
        <IconButton
          label={t(shown ? "password-hide" : "password-show")}
          icon={shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          onClick={() => setShown(!shown)}
        />
      }
    />
  );
}
