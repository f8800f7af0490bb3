"use client";

import { ThemeProvider as NextThemes, useTheme } from "next-themes";
import { type ReactNode, useEffect } from "react";
import { themeColors } from "@/components/ui/theme-colors";

/** Light or dark by the system until the person chooses; the choice is kept in this browser. */
export function ThemeProvider({
  nonce,
  children,
}: {
  /** Lets the script run that sets the theme before anything is painted. */
  nonce: string | undefined;
  children: ReactNode;
}) {
  return (
    <NextThemes
      attribute="data-theme"
      defaultTheme="system"
      enableColorScheme={false}
      nonce={nonce}
      // React warns of a script that it meets in the browser, where the theme is known already; as data it is not one.
      scriptProps={typeof window === "undefined" ? undefined : { type: "application/json" }}
      disableTransitionOnChange
    >
      <BrowserBar />
      {children}
    </NextThemes>
  );
}

/** The document's meta tags know the system's theme only; this makes the browser's own bar follow a choice against it. */
function BrowserBar() {
  const { theme, resolvedTheme } = useTheme();
  useEffect(() => {
    if (theme === "system" || (resolvedTheme !== "light" && resolvedTheme !== "dark")) return;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.setAttribute("content", themeColors[resolvedTheme]);
    }
  }, [theme, resolvedTheme]);
  return null;
}
