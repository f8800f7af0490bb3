"use client";

import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import { FieldFrame, fieldIds } from "@/components/ui/field-frame";
import { useLogo } from "@/lib/client/admin/use-logo";
import type { InstallationSettings } from "@/lib/contracts/admin/installation";
import { pictureTypes } from "@/lib/contracts/common/limits";

type LogoFieldProps = { logo: string | null; onSaved: (now: InstallationSettings) => void };

/** The logo beside the name, uploaded as soon as it is chosen. */
export function LogoField({ logo, onSaved }: LogoFieldProps) {
  const t = useTranslations("settings.logo");
  const { busy, put, remove } = useLogo(onSaved);
  const hint = t("hint");
  const ids = fieldIds(useId(), { hint });
  const input = useRef<HTMLInputElement>(null);
  return (
    <FieldFrame ids={ids} words={{ label: t("label"), hint }} className="mt-6">
      {/* Not display: none, which would hide it from keyboards and screen readers. */}
      <input
        {...ids.control}
        ref={input}
        type="file"
        accept={pictureTypes.join(",")}
        disabled={busy}
        className="peer sr-only"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // Choosing the same file again is a change too.
          event.target.value = "";
          if (file) void put(file);
        }}
      />
      <div className="flex flex-wrap items-center gap-4 rounded peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus">
        {logo ? <img src={logo} alt="" className="h-8 max-w-40 object-contain" /> : null}
        <div className="flex flex-wrap gap-2">
          {/* Keyboards and screen readers use the input instead. */}
          <Button
            tabIndex={-1}
            aria-hidden="true"
            pending={busy}
            onClick={() => input.current?.click()}
          >
            {t(logo ? "replace" : "upload")}
          </Button>
          {logo ? (
            <Button variant="quiet" pending={busy} onClick={() => void remove()}>
              {t("remove")}
            </Button>
          ) : null}
        </div>
      </div>
    </FieldFrame>
  );
}
