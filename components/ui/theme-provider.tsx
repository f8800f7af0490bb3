"use client";

import { ThemeProvider as NextThemes, useTheme } from "next-themes";
import { type ReactNode, useEffect } from "react";
import { themeColors } from "@/components/ui/theme-colors";

/**
 * Light or dark by the system until the person chooses; the choice is remembered in this browser.
 */
export function ThemeProvider({
  nonce,
  children,
}: {
  /** Allows the script that sets the theme before the first paint. */
  nonce: string | undefined;
  children: ReactNode;
}) {
  return (
    <NextThemes
      attribute="data-theme"
      defaultTheme="system"
      enableColorScheme={false}
      nonce={nonce}
      // React warns about scripts rendered in the browser, where the theme is already known. As
      // JSON it is not executed.
      scriptProps={typeof window === "undefined" ? undefined : { type: "application/json" }}
      disableTransitionOnChange
    >
      <BrowserBar />
      {children}
    </NextThemes>
  );
}

/**
 * The document's meta tags follow only the system's theme; this makes the browser's toolbar follow
 * an explicit choice.
 */
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
