/**
 * The key in a link's fragment. Other fragments, such as the skip link's, leave the known one.
 *
 * @param hash as the browser gives it, with its `#`
 * @returns empty for none
 */
export const keyIn = (hash: string, known: string): string =>
  new URLSearchParams(hash.slice(1)).get("key") || known;
