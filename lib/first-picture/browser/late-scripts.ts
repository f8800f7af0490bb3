import { videoElementId } from "@/lib/client/room/hand-over";
import { fontHoldId, type LateScript, lateScriptsId, outlineId } from "../page-parts";

// Stands in the page's head as text, before everything else: small, and dependent on nothing.

const latestMs = 2_500;
/** A style sheet stays where it is: moved, it would be loaded anew. */
const headParts = "body > :is(title, meta, link:not([rel=stylesheet]))";
const signs = ["pointerdown", "keydown", "touchstart"];
let begun = false;

function loadPage() {
  if (begun) return;
  if (document.readyState === "loading") {
    askForPage();
    addEventListener("DOMContentLoaded", loadPage);
    return;
  }
  const list = document.getElementById(lateScriptsId)?.textContent;
  if (!list) return;
  begun = true;
  const late: LateScript[] = JSON.parse(list);
  for (const sign of signs) removeEventListener(sign, loadPage, true);
  document.getElementById(fontHoldId)?.remove();
  for (const attributes of late) {
    const script = document.createElement("script");
    for (const [name, value] of attributes) script.setAttribute(name, value);
    document.head.append(script);
  }
}

/** The rest of the document comes when the server hears that nothing waits for a picture any more. */
function askForPage() {
  const outline = document.getElementById(outlineId);
  const path = outline?.dataset.page;
  if (!path) return;
  delete outline.dataset.page;
  // Unheard, it comes by itself a little later.
  fetch(path, { method: "POST" }).catch(() => {});
}

/** Gives the page the video with its picture, in the place of its own, and shows the page. */
function showPage() {
  const outline = document.getElementById(outlineId);
  const video = outline?.querySelector("video");
  const place = [...document.querySelectorAll(`#${videoElementId}`)].find((each) => each !== video);
  if (video && place) {
    video.className = place.className;
    place.replaceWith(video);
  }
  outline?.remove();
  // A parser that has begun the body puts there what the page's head says; its icon counts in a head only.
  document.head.append(...document.querySelectorAll(headParts));
}

addEventListener("DOMContentLoaded", showPage);
window.greenroomFirstPicture = { loadPage };
for (const sign of signs) addEventListener(sign, loadPage, true);
// The boot could not be loaded. Its element may not say so itself: a script in an attribute has no nonce.
addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLScriptElement) loadPage();
  },
  true,
);
setTimeout(loadPage, latestMs);
