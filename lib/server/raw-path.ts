/** A normalized request target: canonical `pathname`, and `search` with its `?` or empty. */
export type Target = { pathname: string; search: string };

/** Characters that mean the same escaped and unescaped in a path (RFC 3986, pchar). */
const plain = /^[\w.~!$&'()*+,;=:@-]$/;
/**
 * Dot segments. Between escaped slashes they are part of a name, which nothing here takes apart.
 */
const dotSegment = /\/\.\.?(?:\/|$)/;
const isVisibleAscii = /^[\x21-\x7e]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must not be there.
const controls = /[\x00-\x1f\x7f]/;

/**
 * Normalizes a request target before anything acts on it. Next decodes paths in some places but not
 * in others, so its matcher and our code would read `/%72tc` differently.
 *
 * @returns null for an ambiguous target: broken escapes, NUL, empty or dot segments, a backslash,
 * anything but a path
 */
export function readTarget(target: string): Target | null {
  if (!target.startsWith("/") || !isVisibleAscii.test(target) || target.includes("#")) return null;
  const mark = target.indexOf("?");
  const path = mark === -1 ? target : target.slice(0, mark);
  const search = mark === -1 ? "" : target.slice(mark);
  if (path.includes("\\") || path.includes("//") || search.includes("%00")) return null;
  const text = decoded(path);
  if (text === null || controls.test(text)) return null;
  const pathname = path.replace(/%[\da-f]{2}/gi, canonicalEscape);
  return dotSegment.test(pathname) ? null : { pathname, search };
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function canonicalEscape(escaped: string): string {
  const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
  return plain.test(character) ? character : escaped.toUpperCase();
}
