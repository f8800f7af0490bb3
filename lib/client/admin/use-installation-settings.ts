"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { InstallationSettings } from "@/lib/contracts/admin/installation";

/**
 * The settings as the page's forms show them. A refresh of the page does not replace them: the fields would still
 * have the old values, and the next save would undo another admin's change.
 */
export function useInstallationSettings(first: InstallationSettings) {
  const router = useRouter();
  const [settings, setSettings] = useState(first);

  /** Adopts the response to a change that was refused if the settings had changed before. */
  function saved(now: InstallationSettings) {
    setSettings(now);
    router.refresh();
  }

  /** Logos are replaced without that condition: what else differs must still refuse the next save. */
  function savedLogo(now: InstallationSettings) {
    const { logo, changedAt } = now;
    setSettings((shown) => {
      const onlyLogo = { ...shown, logo, changedAt };
      return isSame(onlyLogo, now) ? onlyLogo : { ...shown, logo };
    });
    router.refresh();
  }

  return { settings, saved, savedLogo };
}

export type ShownSettings = Pick<ReturnType<typeof useInstallationSettings>, "settings" | "saved">;

/** Whether two parts of the settings are the same; fields are in the contract's order. */
export const isSame = (one: unknown, other: unknown) =>
  JSON.stringify(one) === JSON.stringify(other);
