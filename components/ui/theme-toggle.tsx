"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";
import { useId, useSyncExternalStore } from "react";
import { never } from "@/lib/client/browser/never";

const choices = [
  { value: "system", label: "theme-system", icon: Monitor },
  { value: "light", label: "theme-light", icon: Sun },
  { value: "dark", label: "theme-dark", icon: Moon },
] as const;

/** Three options, all visible. Pages that are always dark stay dark. */
export function ThemeToggle() {
  const t = useTranslations("site");
  const name = useId();
  const { theme, setTheme } = useTheme();
  // The choice is stored in this browser only, so it is unknown on the server and during hydration.
  const known = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fieldset>
      <legend className="sr-only">{t("theme")}</legend>
      <div className="inline-flex divide-x divide-line rounded border border-line bg-surface">
        {choices.map(({ value, label, icon: Icon }) => (
          <label
            key={value}
            title={t(label)}
            className="grid size-11 place-items-center text-ink-faint first:rounded-l last:rounded-r hover:text-ink has-checked:bg-fill has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              value={value}
              checked={known && theme === value}
              onChange={() => setTheme(value)}
              aria-label={t(label)}
              className="sr-only"
            />
            <Icon aria-hidden="true" className="size-5" />
          </label>
        ))}
      </div>
    </fieldset>
  );
}
