import "server-only";
import { installation } from "@/lib/installation/installation";
import { once } from "@/lib/once";
import { type Locale, locales } from "@/lib/words/locales";
import { type Shell, shellOf } from "./shell";

/** Requests the watch page without a show from Next, in this process. */
type AskNext = (locale: Locale) => Promise<string>;

type Prepared = { shell: Shell /** The installation's name. */; site: string };
/** With the name and logo that the shell shows. */
type Kept = { shows: string; prepared: Promise<Prepared> };

const kept = () => once("watch-shells", () => new Map<Locale, Kept>());

/**
 * The shell in a language, created on first use and kept as long as this build runs and the installation has
 * the same name and logo.
 */
export async function shellIn(locale: Locale, ask: AskNext): Promise<Prepared> {
  const { name, logoDigest } = await installation();
  const shows = JSON.stringify([name, logoDigest]);
  const shells = kept();
  const known = shells.get(locale);
  if (known?.shows === shows) return known.prepared;
  const prepare = async () => ({ shell: await shellOf(await ask(locale), locale), site: name });
  const making = { shows, prepared: prepare() };
  shells.set(locale, making);
  // The next request tries again.
  making.prepared.catch(() => {
    if (shells.get(locale) === making) shells.delete(locale);
  });
  return making.prepared;
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
  const { data } = (await shellIn(locale, ask)).shell;
  return { data, isExact: data.path === path };
}
