import { headers } from "next/headers";
import { type ReactNode, Suspense } from "react";

type NavigationSuspenseProps = {
  /** In the shape of the content, so that nothing jumps when it appears. */
  shape: ReactNode;
  children: ReactNode;
};

/**
 * During client navigation, shows a placeholder while the children load. A full page load renders
 * in one piece instead, because content streamed in after a placeholder never appears without
 * scripts. Do not use it on pages that refresh while in use: their content would be remounted.
 */
export async function NavigationSuspense({ shape, children }: NavigationSuspenseProps) {
  // A full page load requests a document. Older browsers do not send this header.
  const within = (await headers()).get("sec-fetch-dest") === "empty";
  return within ? <Suspense fallback={shape}>{children}</Suspense> : children;
}
