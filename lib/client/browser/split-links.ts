/** `at` is the part's offset in the text. */
type TextPart = { kind: "text" | "link"; text: string; at: number };

const address = /https?:\/\/[^\s<>"]+/gi;
/** Punctuation that ends a sentence or closes a bracket, and is rarely part of the URL. */
const trailing = /[.,;:!?'’”)\]}]+$/;

/**
 * Splits people's text into plain text and links. Only http and https, so that nothing else becomes
 * clickable.
 */
export function splitLinks(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let at = 0;
  for (const match of text.matchAll(address)) {
    const link = withoutTrailing(match[0]);
    if (!URL.canParse(link)) continue;
    if (match.index > at) parts.push({ kind: "text", text: text.slice(at, match.index), at });
    parts.push({ kind: "link", text: link, at: match.index });
    at = match.index + link.length;
  }
  if (at < text.length) parts.push({ kind: "text", text: text.slice(at), at });
  return parts;
}

/** `(see https://a.example/b_(c))` keeps the URL's own bracket and drops the outer one. */
function withoutTrailing(link: string): string {
  const bare = link.replace(trailing, "");
  const closes = link[bare.length] === ")" && bare.split("(").length > bare.split(")").length;
  return closes ? `${bare})` : bare;
}
