"use client";

import { useTranslations } from "next-intl";
import { PictureField, pictureWords } from "@/components/ui/picture-field";
import { useLogo } from "@/lib/client/admin/use-logo";
import type { InstallationSettings } from "@/lib/contracts/admin/installation";

type LogoFieldProps = { logo: string | null; onSaved: (now: InstallationSettings) => void };

/** The logo beside the name, uploaded as soon as it is chosen. */
export function LogoField({ logo, onSaved }: LogoFieldProps) {
  const t = useTranslations("settings.logo");
  return (
    <PictureField
      {...useLogo(onSaved)}
      words={pictureWords(t)}
      shown={logo ? <img src={logo} alt="" className="h-8 max-w-40 object-contain" /> : null}
      hasPicture={logo !== null}
      className="mt-6"
    />
  );
}
