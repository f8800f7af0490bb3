/** `at` is where in the message it begins. */
type TextPart = { kind: "text" | "link"; text: string; at: number };

const address = /https?:\/\/[^\s<>"]+/gi;
/** What ends a sentence or closes a bracket, and is seldom meant as a part of the address. */
const trailing = /[.,;:!?'’”)\]}]+$/;

/** Splits a message into words and web addresses. Only http and https: nothing else may be pressed. */
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

/** `(see https://a.example/b_(c))` means the address with its own bracket and without the outer one. */
function withoutTrailing(link: string): string {
  const bare = link.replace(trailing, "");
  const closes = link[bare.length] === ")" && bare.split("(").length > bare.split(")").length;
  return closes ? `${bare})` : bare;
}
