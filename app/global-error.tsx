"use client";

import "./globals.css";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import { never } from "@/lib/client/browser/never";
import { broken } from "@/lib/words/broken";
import { type Locale, nearestLocale } from "@/lib/words/locales";

/** Shown when the layout itself fails: without its theme, header and words, but with a way back. */
export default function GlobalError({ retry }: { retry: () => void }) {
  const locale = useSyncExternalStore<Locale>(
    never,
    () => nearestLocale(navigator.languages),
    () => "en",
  );
  const words = broken[locale];
  return (
    <html lang={locale}>
      <body className="bg-canvas text-ink">
        <main className="mx-auto flex max-w-prose flex-col items-start gap-4 p-6">
          <h1 className="font-semibold text-xl">{words.title}</h1>
          <p>{words.lede}</p>
          <Button variant="primary" onClick={retry}>
            {words.again}
          </Button>
        </main>
      </body>
    </html>
  );
}
