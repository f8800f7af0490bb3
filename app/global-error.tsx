"use client";

import "./globals.css";
import { Button } from "@/components/ui/button";

/** What is left when the layout itself fails: no theme, no header, a way back. */
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body className="bg-canvas text-ink">
        <main className="mx-auto flex max-w-prose flex-col items-start gap-4 p-6">
          <h1 className="font-semibold text-xl">Greenroom could not show this page.</h1>
          <p>
            Nothing you saved is lost. Try again; if it stays like this, tell who runs this server.
          </p>
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
        </main>
      </body>
    </html>
  );
}
