"use client";

import type { ReactNode } from "react";
import { InstallationContext, type InstallationShown } from "@/lib/client/browser/installation";

type InstallationProviderProps = { shown: InstallationShown; children: ReactNode };

/** Gives the installation's name and logo to all views. */
export function InstallationProvider({ shown, children }: InstallationProviderProps) {
  return <InstallationContext value={shown}>{children}</InstallationContext>;
}
