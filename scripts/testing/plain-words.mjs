import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { print } from "../launcher/output.mjs";
import { root } from "../launcher/paths.mjs";
import { checkoutFiles } from "./checkout-files.mjs";
import { phrasesOf } from "./phrases.mjs";

/** @typedef {{ at: number, text: string }} Passage `at` is an offset into the file */

/**
 * Reports phrases that read like a translation, in everything people read: catalogues, contracts,
 * comments, test titles and documents. Exits with 1 if there are any.
 */
function main() {
  const findings = checkoutFiles().flatMap((file) => {
    const read = readerOf(file);
    return read ? findIn(file, read(readFileSync(join(root, file), "utf8"), file)) : [];
  });
  for (const finding of findings) print(finding);
  if (findings.length > 0) print(`${findings.length} phrases to rewrite.`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}

/** @param {string} file */
function readerOf(file) {
  if (file.startsWith("lib/words/") && file.endsWith(".json")) return messages;
  if (/\.(ts|tsx|mjs|cjs)$/.test(file) && !file.endsWith("phrases.mjs")) return code;
  if (file.endsWith(".md")) return markdown;
  return null;
}

/**
 * @param {string} file
 * @param {{ source: string, passages: Passage[] }} read
 */
export function findIn(file, { source, passages }) {
  const list = phrasesOf[file.startsWith("lib/words/de/") ? "de" : "en"];
  return passages.flatMap(({ at, text }) =>
    list.flatMap(({ pattern, instead }) =>
      [...text.matchAll(pattern)].map((match) => {
        const line = source.slice(0, at + match.index).split("\n").length;
        return `${file}:${line}: "${match[0].trim().replace(/\s+/g, " ")}": ${instead}`;
      }),
    ),
  );
}

/**
 * The values of a catalogue.
 * @param {string} source
 */
export function messages(source) {
  const values = source.matchAll(/": "((?:[^"\\]|\\.)*)"/g);
  return {
    source,
    passages: [...values].map((match) => ({ at: match.index + 4, text: `${match[1]}` })),
  };
}

/**
 * Comments, titles of tests and, in contracts, every string.
 * @param {string} source
 * @param {string} file
 */
export function code(source, file) {
  const { program, comments } = parseSync(file, source);
  /** @type {Passage[]} */
  const passages = joined(comments, source);
  const isContract = /^lib\/(contracts|openapi)\//.test(file);
  const isTest = file.startsWith("tests/");
  if (isContract || isTest) {
    visit(program, (node) => {
      if (isContract) passages.push(...textOf(node));
      else if (isTitled(node)) passages.push(...textOf(node.arguments[0]));
    });
  }
  return { source, passages };
}

/**
 * Line comments that follow each other are one text: a phrase may go over the end of a line.
 * @param {{ start: number, end: number, value: string }[]} comments
 * @param {string} source
 */
function joined(comments, source) {
  /** @type {Passage[]} */
  const passages = [];
  let end = 0;
  for (const comment of comments) {
    const last = passages.at(-1);
    const text = source
      .slice(comment.start, comment.end)
      .replace(/^\s*(\/\/|\/\*\*?|\*(?!\/))/gm, blank);
    if (last && /^\s*$/.test(source.slice(end, comment.start))) {
      last.text += source.slice(end, comment.start) + text;
    } else passages.push({ at: comment.start, text });
    end = comment.end;
  }
  return passages;
}

const blank = (/** @type {string} */ mark) => " ".repeat(mark.length);

/**
 * Paragraphs without code, whose offsets stay.
 * @param {string} source
 */
export function markdown(source) {
  const text = source.replace(/```[\s\S]*?```|`[^`\n]*`/g, (part) => part.replace(/[^\n]/g, " "));
  return { source, passages: [{ at: 0, text }] };
}

/**
 * @param {any} node
 * @param {(node: any) => void} found
 */
function visit(node, found) {
  if (!node || typeof node !== "object") return;
  if (typeof node.type === "string") found(node);
  for (const child of Object.values(node)) visit(child, found);
}

/** @param {any} node */
const isTitled = (node) =>
  node.type === "CallExpression" &&
  ["test", "it", "describe"].includes(calledName(node.callee) ?? "");

/**
 * The function at the start of a call such as `test.each(cases)`.
 * @param {any} callee
 * @returns {string | undefined}
 */
const calledName = (callee) =>
  callee.object || callee.callee ? calledName(callee.object ?? callee.callee) : callee.name;

/**
 * @param {any} node
 * @returns {Passage[]}
 */
function textOf(node) {
  if (node?.type === "Literal" && typeof node.value === "string") {
    return [{ at: node.start, text: node.value }];
  }
  if (node?.type !== "TemplateLiteral") return [];
  return node.quasis.map((/** @type {any} */ { start, value }) => ({ at: start, text: value.raw }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
