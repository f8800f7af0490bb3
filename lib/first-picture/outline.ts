import { documentIds, type Rectangle } from "@/lib/watch-document";
import type { BrowserModules } from "./modules";

/**
 * What stands in the window until the page has come: its videos, each in its rectangle, and bars for
 * its words, in their places. The page takes the videos over as they are (components/watch/early-picture.tsx).
 */
export function outlineOf(
  { description }: { description: string },
  rectangles: Rectangle[],
  { style, classes }: BrowserModules["outline"],
): string {
  const box = (name: string, content = "") => `<div class="${classes[name]}">${content}</div>`;
  const words = ["title", "under", ...(description ? ["about"] : [])].map((name) => box(name));
  const videos = rectangles.map(
    ({ left, top, width, height }) =>
      `<div style="position:absolute;left:${left}%;top:${top}%;width:${width}%;height:${height}%">` +
      `<video class="${classes.video}" muted playsinline></video></div>`,
  );
  const parts = [
    box("picture", `<div id="${documentIds.pictures}">${videos.join("")}</div>`),
    `<div class="${classes.line} ${classes.words}">${words.join("")}</div>`,
    `<div class="${classes.chat} ${classes.panel}"></div>`,
  ].join("");
  // A custom element: React skips unknown ones in the body, but would take a div for one of its own.
  return [
    `<watch-outline id="${documentIds.outline}" class="${classes.outline}" aria-hidden="true">`,
    `<style>${style}</style>`,
    `<noscript><style>#${documentIds.outline}{display:none}</style></noscript>`,
    `<div class="${classes.room}" data-chat="closed">${parts}</div></watch-outline>`,
  ].join("");
}
