"use client";

import { createContext, useContext } from "react";

/** What every page shows of the installation. `logo` is an image's URL; null without one. */
export type InstallationShown = { name: string; logo: string | null };

export const InstallationContext = createContext<InstallationShown>({
  name: "Greenroom",
  logo: null,
});

export const useInstallation = (): InstallationShown => useContext(InstallationContext);
