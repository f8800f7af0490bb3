import { type Attributes, documentIds, type LatePage } from "@/lib/watch-document";

// Stands in the document's head as text, before everything else: small, and dependent on nothing.

const latestMs = 2_500;
const signs = ["pointerdown", "keydown", "touchstart"];
let begun = false;

function add(name: string, attributes: Attributes): Promise<boolean> {
  const element = document.createElement(name);
  for (const [attribute, value] of attributes) element.setAttribute(attribute, value);
  const come = new Promise<boolean>((resolve) => {
    element.onload = () => resolve(true);
    element.onerror = () => resolve(false);
  });
  document.head.append(element);
  return come;
}

function loadPage() {
  if (begun) return;
  const list = document.getElementById(documentIds.late)?.textContent;
  if (!list) {
    addEventListener("DOMContentLoaded", loadPage);
    return;
  }
  begun = true;
  for (const sign of signs) removeEventListener(sign, loadPage, true);
  document.getElementById(documentIds.fontHold)?.remove();
  const { styles, scripts }: LatePage = JSON.parse(list);
  for (const attributes of scripts) {
    const { src = "" } = Object.fromEntries(attributes);
    void add("link", [
      ["rel", "preload"],
      ["as", "script"],
      ["href", src],
    ]);
  }
  const [data, ...code] = scripts;
  // Next reads the page's data once, when its code starts, so a failed load is tried again.
  const dataCome = data && add("script", data).then((come) => come || add("script", data));
  const before = [...styles.map((style) => add("link", style)), dataCome];
  void Promise.all(before).then(() => code.forEach((script) => void add("script", script)));
}

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
// A page that does not connect has no picture to wait for.
addEventListener("DOMContentLoaded", () => {
  if (!document.querySelector("script[type=module]")) loadPage();
});
setTimeout(loadPage, latestMs);
