import { readFileSync } from "node:fs";

/**
 * The configurations in docs/operations.md under a heading, by language, with nothing changed but the
 * names and ports of the documented machines.
 */
export function documented(
  heading: string,
  language: "caddy" | "nginx",
  places: Record<string, string>,
): string {
  const page = readFileSync("docs/operations.md", "utf8");
  const section = page.split(/^## /m).find((each) => each.startsWith(heading)) ?? "";
  const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "m").exec(section)?.[1];
  if (!block) throw new Error(`docs/operations.md shows no ${language} under "${heading}"`);
  return Object.entries(places).reduce((text, [shown, here]) => {
    if (!text.includes(shown)) throw new Error(`the ${language} of "${heading}" has no ${shown}`);
    return text.replaceAll(shown, here);
  }, block);
}
