/** A request target as every later reader sees it: `pathname` canonical, `search` with its `?` or empty. */
export type Target = { pathname: string; search: string };

/** Characters that mean the same in a path with and without an escape (RFC 3986, pchar). */
const plain = /^[\w.~!$&'()*+,;=:@-]$/;
/** With escaped slashes it is a name like any other, and nobody here takes one apart. */
const dotSegment = /\/\.\.?(?:\/|$)/;
const isVisibleAscii = /^[\x21-\x7e]+$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what must not be there.
const controls = /[\x00-\x1f\x7f]/;

/**
 * The one reading of a request target, before anyone acts on it: Next decodes a path in some places
 * and not in others, so `/%72tc` was one address to its matcher and another to our code.
 *
 * @returns null for a target that has no single reading: broken escapes, NUL, empty or dot segments,
 *   a backslash, anything but a path
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
