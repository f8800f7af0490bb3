import { videoElementId } from "@/lib/client/room/hand-over";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { BrowserModules } from "./lean-page";
import { outlineId } from "./page-parts";

/**
 * What stands in the window until the page has come: its picture, and bars for its words, in their
 * places. The page takes the video over as it is, so that a picture which came before it goes on; it
 * comes when it is asked for at `pagePath`.
 */
export function outlineOf(
  { description }: Pick<Livestream, "description">,
  pagePath: string,
  { style, classes }: BrowserModules["outline"],
): string {
  const box = (name: string, content = "") => `<div class="${classes[name]}">${content}</div>`;
  const words = ["title", "under", ...(description ? ["about"] : [])].map((name) => box(name));
  const video = `<video id="${videoElementId}" class="${classes.video}" muted playsinline></video>`;
  const parts = [
    box("picture", video),
    `<div class="${classes.line} ${classes.words}">${words.join("")}</div>`,
    `<div class="${classes.chat} ${classes.panel}"></div>`,
  ].join("");
  return [
    `<body><div id="${outlineId}" class="${classes.outline}" data-page="${pagePath}" aria-hidden="true">`,
    `<style>${style}</style>`,
    `<noscript><style>#${outlineId}{display:none}</style></noscript>`,
    `<div class="${classes.room}" data-chat="closed">${parts}</div></div>`,
  ].join("");
}
