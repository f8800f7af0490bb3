"use client";

import { useSyncExternalStore } from "react";
import { never } from "@/lib/client/browser/never";
import { type DocumentVisit, documentIds } from "@/lib/watch-document";

let found: DocumentVisit | null | undefined;

function read(): DocumentVisit | null {
  const text = document.getElementById(documentIds.visit)?.textContent;
  found ??= text ? (JSON.parse(text) as DocumentVisit) : null;
  return found;
}

/** The visit in this document; null on the server, which renders the page without one. */
export const useDocumentVisit = (): DocumentVisit | null =>
  useSyncExternalStore(never, read, () => null);
