"use client";

import { useSyncExternalStore } from "react";
import { type DocumentVisit, documentIds } from "@/lib/watch-document";

let found: DocumentVisit | null | undefined;

function read(): DocumentVisit | null {
  const text = document.getElementById(documentIds.visit)?.textContent;
  found ??= text ? (JSON.parse(text) as DocumentVisit) : null;
  return found;
}

const never = () => () => {};

/** The visit that the server wrote into this document; null while its page is made the same for all. */
export const useDocumentVisit = (): DocumentVisit | null =>
  useSyncExternalStore(never, read, () => null);
