import "server-only";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";
import { type DefaultTreeAdapterTypes, parse, serialize, defaultTreeAdapter as tree } from "parse5";
import type { Attributes, LatePage } from "@/lib/watch-document";
import { escaped } from "@/lib/words/escaped";

type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/**
 * The watch page without a show, as rendered by Next and split into parts: the same for every visit
 * in one language.
 */
export type Shell = {
  /** The opening tags of the document and body, and the viewport's tag. */
  tags: { html: string; viewport: string; body: string };
  /** The head's markup, split where a nonce goes. */
  head: string[];
  body: string[];
  late: LatePage;
  /** Next's data for the page, as a script. */
  data: { path: string; code: string; packed: Buffer };
};

/** Placeholder for the nonce of the response. */
export const nonceMark = "NonceOfThisAnswer";
/**
 * Placeholder for the livestream's mint in the data. The script replaces it with the mint in the
 * URL.
 */
export const mintMark = "MintOfThisVisit";

/** Elements that every visit writes itself, and preloads, which would compete with the picture. */
const dropped = (name: string, at: Record<string, string>) =>
  name === "title" ||
  (name === "meta" && at.charset !== undefined) ||
  (name === "link" && /^(?:preload|modulepreload)$/.test(at.rel ?? ""));

/** Next's scripts with its data. The theme script stays in its place. */
const isData = (code: string) => /^\(?self\.__next_/.test(code.trim()) || code.includes("$RT=");

export async function shellOf(html: string, locale: string): Promise<Shell> {
  const document = parse(html);
  const root = childOf(document, "html");
  const [head, body] = [childOf(root, "head"), childOf(root, "body")];
  const viewport = takeOut(head, ({ name }) => name === "viewport");
  const code: string[] = [];
  const late: LatePage = { styles: [], scripts: [] };
  takeApart(head);
  takeApart(body);
  const script = dataScript(code);
  const hash = createHash("sha256").update(script).digest("base64url").slice(0, 12);
  const path = `/modules/watch-${locale}.${hash}.js`;
  late.scripts.unshift([["src", path]]);
  return {
    tags: { html: tagOf(root), viewport: tagOf(viewport), body: tagOf(body) },
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

/** The placeholder is always inside a string literal, so a variable can be spliced in. */
const dataScript = (code: string[]) =>
  `{const mint=location.pathname.split("/")[2]??"";\n${code.join(";\n").replaceAll(mintMark, '"+mint+"')}}`;

function childOf(parent: Parent, name: string): Element {
  const found = parent.childNodes.find((node) => tree.isElementNode(node) && node.tagName === name);
  if (!found) throw new Error(`the watch page has no ${name}`);
  return found as Element;
}

/** Detaches a matching child element. */
function takeOut(parent: Parent, is: (at: Record<string, string>) => boolean): Element {
  const found = parent.childNodes.find(
    (node) => tree.isElementNode(node) && is(attributesOf(node)),
  );
  if (!found) throw new Error("the watch page is missing an element");
  tree.detachNode(found);
  return found as Element;
}

const attributesOf = ({ attrs }: Element) =>
  Object.fromEntries(attrs.map(({ name, value }) => [name, value]));

const withoutNonce = ({ attrs }: Element): Attributes =>
  attrs.filter(({ name }) => name !== "nonce").map(({ name, value }) => [name, value]);

const tagOf = ({ tagName, attrs }: Element) =>
  `<${[tagName, ...attrs.map(({ name, value }) => `${name}="${escaped(value)}"`)].join(" ")}>`;
