import type {} from "../hand-over";
import { fontHoldId, type LateScript, lateScriptsId } from "../page-parts";

// Stands in the page's head as text, before everything else: small, and dependent on nothing.

const latestMs = 2_500;
const signs = ["pointerdown", "keydown", "touchstart"];
const late: LateScript[] = JSON.parse(document.getElementById(lateScriptsId)?.textContent ?? "[]");
let begun = false;

function loadPage() {
  if (begun) return;
  begun = true;
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
