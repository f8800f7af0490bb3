import type {} from "../hand-over";
import { fontHoldId, type LateScript, lateScriptsId } from "../page-parts";

// Stands in the page's head as text, before everything else: small, and dependent on nothing.

const latestMs = 2_500;
const signs = ["pointerdown", "keydown", "touchstart"];
let begun = false;

function loadPage() {
  if (begun) return;
  const list = document.getElementById(lateScriptsId)?.textContent;
  if (!list) {
    // The page is still on its way.
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", loadPage);
    return;
  }
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

window.greenroomFirstPicture = { loadPage };
for (const sign of signs) addEventListener(sign, loadPage, true);
setTimeout(loadPage, latestMs);
