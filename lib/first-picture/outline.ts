import { documentIds, type Rectangle } from "@/lib/watch-document";
import type { BrowserModules } from "./modules";

/**
 * Shown in the window until the page has loaded: its videos, each in its rectangle, and bars in
 * place of its text. The page takes over the running videos (components/watch/early-picture.tsx).
 */
export function outlineOf(
  { description, tags }: { description: string; tags: string[] },
  rectangles: Rectangle[],
  { style, classes }: BrowserModules["outline"],
): string {
  const box = (name: string, content = "") => `<div class="${classes[name]}">${content}</div>`;
  const more = [description, tags[0]].filter(Boolean).map(() => "more");
  const words = ["title", "under", ...more].map((name) => box(name));
  const videos = rectangles.map(
    ({ left, top, width, height }) =>
      `<div style="position:absolute;left:${left}%;top:${top}%;width:${width}%;height:${height}%">` +
      `<video class="${classes.video}" muted playsinline></video></div>`,
  );
  const parts = [
    box(
      "picture",
      box(
        "box",
        `<div id="${documentIds.pictures}" class="${classes.frame}">${videos.join("")}</div>`,
      ),
    ),
    `<div class="${classes.line} ${classes.words}">${words.join("")}</div>`,
    `<div class="${classes.chat} ${classes.panel}"></div>`,
  ].join("");
  // A custom element, because React skips unknown elements in the body, but would claim a div.
  return [
    `<watch-outline id="${documentIds.outline}" class="${classes.outline}" aria-hidden="true">`,
    `<style>${style}</style>`,
    `<noscript><style>#${documentIds.outline}{display:none}</style></noscript>`,
    `<div class="${classes.room}" data-chat="closed">${parts}</div></watch-outline>`,
  ].join("");
}
