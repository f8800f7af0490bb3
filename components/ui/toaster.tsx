"use client";

import dynamic from "next/dynamic";
import { useSyncExternalStore } from "react";
import { toastsCalled } from "@/lib/client/browser/toast";

const Host = dynamic(
  () => import("@/components/ui/toast-host").then((module) => module.ToastHost),
  { ssr: false },
);

/**
 * Part of the root layout. The toast library loads with the first toast, so it never delays a
 * page's first picture.
 */
export function Toaster() {
  const called = useSyncExternalStore(toastsCalled.subscribe, toastsCalled.read, () => false);
  return called ? <Host /> : null;
}
