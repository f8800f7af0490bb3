"use client";

import "./globals.css";
import { useSyncExternalStore } from "react";
import { Button } from "@/components/ui/button";
import de from "@/lib/words/de/pages.json";
import en from "@/lib/words/en/pages.json";

const never = () => () => {};

/** What is left when the layout itself fails: no theme, no header, no words from it, a way back. */
export default function GlobalError({ retry }: { retry: () => void }) {
  const german = useSyncExternalStore(
    never,
    () => navigator.language.startsWith("de"),
    () => false,
  );
  const words = (german ? de : en).broken;
  return (
    <html lang={german ? "de" : "en"}>
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
