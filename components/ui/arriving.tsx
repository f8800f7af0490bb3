import { headers } from "next/headers";
import { type ReactNode, Suspense } from "react";

type ArrivingProps = {
  /** In the shape of what comes, so that nothing jumps when it is there. */
  shape: ReactNode;
  children: ReactNode;
};

/**
 * For who comes from another page of the site: what the children are read for, or their scripts,
 * takes its shape at once. A page that is opened comes in one piece: what streams in behind a shape
 * is never seen where no script runs. So it is not for a page that refreshes itself in use: what was
 * opened whole would be put there anew.
 */
export async function Arriving({ shape, children }: ArrivingProps) {
  // What a browser asks for to show it whole is a document; an older browser does not say.
  const within = (await headers()).get("sec-fetch-dest") === "empty";
  return within ? <Suspense fallback={shape}>{children}</Suspense> : children;
}
