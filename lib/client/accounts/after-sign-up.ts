import { recall, remember } from "@/lib/client/browser/browser-memory";
import { sameSitePath } from "@/lib/client/browser/same-site-path";

const name = "after-sign-up";

/** Keeps where to continue until the mailed link is opened in this browser. */
export const rememberNext = (next: string) => remember("browser", name, next);

/** Where to continue after a sign-up; the home page if the link is opened elsewhere. */
export function takeNext(): string {
  const next = sameSitePath(recall("browser", name));
  remember("browser", name, null);
  return next;
}
