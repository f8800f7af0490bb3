"use client";

import { createContext, useContext } from "react";

/**
 * What every page shows of the installation. `logo` is an image's URL; null without one. A show without a host ends
 * after `hostAwayEndMinutes`.
 */
export type InstallationShown = { name: string; logo: string | null; hostAwayEndMinutes: number };

export const InstallationContext = createContext<InstallationShown>({
  name: "Greenroom",
  logo: null,
  hostAwayEndMinutes: 30,
});

export const useInstallation = (): InstallationShown => useContext(InstallationContext);
