import type { Metadata, Viewport } from "next";
import localFont from "next/font/local";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { InstallationProvider } from "@/components/ui/installation-provider";
import { themeColors } from "@/components/ui/theme-colors";
import { ThemeProvider } from "@/components/ui/theme-provider";
import { Toaster } from "@/components/ui/toaster";
import { WordsProvider } from "@/components/ui/words-provider";
import { env } from "@/lib/env";
import { nonceOf } from "@/lib/http/security-headers";
import { installation } from "@/lib/installation/installation";
import { logoPath } from "@/lib/installation/logo-path";
import { catalogues } from "@/lib/words/catalogues";
import { titled } from "@/lib/words/page-title";
import "@/app/globals.css";

/**
 * Hanken Grotesk: its figures have the same width at every weight, so clocks and counts do not
 * shift.
 */
const latin = localFont({
  src: "../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-wght-normal.woff2",
  variable: "--font-latin",
  weight: "100 900",
  display: "swap",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD",
    },
  ],
});

const latinExt = localFont({
  src: "../node_modules/@fontsource-variable/hanken-grotesk/files/hanken-grotesk-latin-ext-wght-normal.woff2",
  variable: "--font-latin-ext",
  weight: "100 900",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});

/** Next puts the page into every `%s` of the template. A word joiner in between shows nothing. */
const withoutPlaceholder = (name: string) => name.replaceAll("%s", "%\u2060s");

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("site");
  const { name } = await installation();
  return {
    title: { template: titled("%s", withoutPlaceholder(name)), default: name },
    description: t("description"),
    applicationName: name,
    icons: {
      icon: [
        { url: "/favicon.ico", sizes: "32x32" },
        { url: "/icon.svg", type: "image/svg+xml" },
      ],
      apple: "/apple-touch-icon.png",
    },
    manifest: "/manifest.webmanifest",
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: themeColors.light },
    { media: "(prefers-color-scheme: dark)", color: themeColors.dark },
  ],
  viewportFit: "cover",
  interactiveWidget: "resizes-content",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  const nonce = nonceOf((await headers()).get("content-security-policy"));
  const { pages, problems, site, ui } = catalogues[locale];
  const settings = await installation();
  const { hostAwayEndMinutes } = env();
  const shown = { name: settings.name, logo: logoPath(settings), hostAwayEndMinutes };
  return (
    // The theme script sets data-theme before hydration.
    <html
      lang={locale}
      className={`${latin.variable} ${latinExt.variable}`}
      suppressHydrationWarning
    >
      <body className="font-sans">
        <a
          href="#main"
          className="fixed top-2 left-2 z-50 -translate-y-20 rounded bg-ink px-4 py-2.5 font-medium text-canvas focus:translate-y-0"
        >
          {ui.skip}
        </a>
        <WordsProvider locale={locale} words={{ pages, problems, site, ui }}>
          <ThemeProvider nonce={nonce}>
            <InstallationProvider shown={shown}>{children}</InstallationProvider>
            <Toaster />
          </ThemeProvider>
        </WordsProvider>
      </body>
    </html>
  );
}
