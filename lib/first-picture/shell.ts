import "server-only";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { type DefaultTreeAdapterTypes, parse, serialize, defaultTreeAdapter as tree } from "parse5";
import type { Attributes, LatePage } from "@/lib/watch-document";

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** The watch page as Next makes it without a show, taken apart: the same for every visit in one language. */
export type Shell = {
  /** The tags of the document and of its body. */
  tags: { html: string; body: string };
  /** What its head says of the document, in the pieces between which a nonce belongs. */
  head: string[];
  body: string[];
  late: LatePage;
  /** Next's own data of the page, as a script. */
  data: { path: string; code: string; packed: Buffer };
};

/** What a document has instead of its nonce, until there is one. */
export const nonceMark = "NonceOfThisAnswer";
/** What the data has instead of the livestream's mint: its script reads that in the address. */
export const mintMark = "MintOfThisVisit";

/** What a visit writes anew, or no picture should wait for. */
const dropped = (name: string, at: Record<string, string>) =>
  name === "title" ||
  (name === "meta" && (at.charset !== undefined || at.name === "viewport")) ||
  (name === "link" && /^(?:preload|modulepreload)$/.test(at.rel ?? ""));

/** Next's scripts for its own data; the theme's own script stays in its place. */
const isData = (code: string) => /^\(?self\.__next_/.test(code.trim()) || code.includes("$RT=");

export async function shellOf(html: string, locale: string): Promise<Shell> {
  const document = parse(html);
  const root = childOf(document, "html");
  const [head, body] = [childOf(root, "head"), childOf(root, "body")];
  const code: string[] = [];
  const late: LatePage = { styles: [], scripts: [] };
  takeApart(head);
  takeApart(body);
  const script = dataScript(code);
  const hash = createHash("sha256").update(script).digest("base64url").slice(0, 12);
  const path = `/modules/watch-${locale}.${hash}.js`;
  late.scripts.unshift([["src", path]]);
  return {
    tags: { html: tagOf(root), body: tagOf(body) },
    head: serialize(head).split(nonceMark),
    body: serialize(body).split(nonceMark),
    late,
    data: { path, code: script, packed: await promisify(brotliCompress)(script) },
  };

  function takeApart(parent: Parent): void {
    for (const node of [...parent.childNodes]) {
      if (!tree.isElementNode(node)) continue;
      const at = attributesOf(node);
      const text = node.childNodes.map((child) => ("value" in child ? child.value : "")).join("");
      const isScript = node.tagName === "script" && at.nomodule === undefined;
      if (isScript && at.src) late.scripts.push(withoutNonce(node));
      else if (isScript && isData(text)) code.push(text);
      else if (node.tagName === "link" && at.rel === "stylesheet")
        late.styles.push(withoutNonce(node));
      else if (!dropped(node.tagName, at)) {
        takeApart(node);
        continue;
      }
      tree.detachNode(node);
    }
  }
}

/** The mark stands in texts alone, which may be interrupted for a value. */
const dataScript = (code: string[]) =>
  `{const mint=location.pathname.split("/")[2]??"";\n${code.join(";\n").replaceAll(mintMark, '"+mint+"')}}`;

function childOf(parent: Parent, name: string): Element {
  const found = parent.childNodes.find((node) => tree.isElementNode(node) && node.tagName === name);
  if (!found) throw new Error(`the watch page has no ${name}`);
  return found as Element;
}

const attributesOf = ({ attrs }: Element) =>
  Object.fromEntries(attrs.map(({ name, value }) => [name, value]));

const withoutNonce = ({ attrs }: Element): Attributes =>
  attrs.filter(({ name }) => name !== "nonce").map(({ name, value }) => [name, value]);

const tagOf = ({ tagName, attrs }: Element) =>
  `<${[tagName, ...attrs.map(({ name, value }) => `${name}="${escaped(value)}"`)].join(" ")}>`;

const escaped = (value: string) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
