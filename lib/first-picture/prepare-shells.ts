import "server-only";
import { once } from "@/lib/once";
import { type Locale, locales } from "@/lib/words/locales";
import { type Shell, shellOf } from "./shell";

/** Requests the watch page without a show from Next, in this process. */
type AskNext = (locale: Locale) => Promise<string>;

const prepared = () => once("watch-shells", () => new Map<Locale, Promise<Shell>>());

/** The shell in a language, created on first use and kept as long as this build runs. */
export function shellIn(locale: Locale, ask: AskNext): Promise<Shell> {
  const shells = prepared();
  const known = shells.get(locale);
  if (known) return known;
  const making = ask(locale).then((html) => shellOf(html, locale));
  shells.set(locale, making);
  // The next request tries again.
  making.catch(() => shells.delete(locale));
  return making;
}

/**
 * The shell's data for the language in a path; null if the path has none. Another process may have
 * streamed the same data in other chunks and so hashed it differently: `isExact` says whether the
 * hash matches.
 */
export async function shellDataAt(
  path: string,
  ask: AskNext,
): Promise<{ data: Shell["data"]; isExact: boolean } | null> {
  const locale = locales.find((each) => path.startsWith(`/modules/watch-${each}.`));
  if (!locale || !path.endsWith(".js")) return null;
  const { data } = await shellIn(locale, ask);
  return { data, isExact: data.path === path };
}
