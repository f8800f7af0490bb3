import { expect, test } from "vitest";
import { catalogues } from "@/lib/words/catalogues";
import { namespacesReadBy, namespacesSentBy, pages } from "@/tests/support/unit/words-of-pages";

/** Every page sends these (app/layout.tsx). */
const everywhere = ["pages", "problems", "site", "ui"];

/** Namespaces that a page's modules import but never show, each with the reason. */
const neverSaid: Record<string, string[]> = {
  // These pages put nobody on stage, so they list no devices.
  "app/(live)/embed/[mint]/page.tsx": ["devices"],
  "app/(live)/programme/[mint]/page.tsx": ["devices"],
};

// A missing namespace compiles, and throws once a view in the browser reads it.
test.each(pages)("%s sends the browser the words that its views read, and no others", (page) => {
  const sent = namespacesSentBy(page);
  const read = [...namespacesReadBy(page)]
    .filter((name) => Object.hasOwn(catalogues.en, name) && !everywhere.includes(name))
    .filter((name) => !neverSaid[page]?.includes(name));
  expect(sent.sort()).toEqual(read.sort());
});
