import { type Attributes, documentIds, type LatePage } from "@/lib/watch-document";

// Inlined at the top of the document's head, so it is small and has no dependencies.

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
  // Next reads the page's data once, when its code starts, so a failed load is retried.
  const dataCome = data && add("script", data).then((come) => come || add("script", data));
  const before = [...styles.map((style) => add("link", style)), dataCome];
  void Promise.all(before).then(() => code.forEach((script) => void add("script", script)));
}

window.greenroomFirstPicture = { loadPage };
for (const sign of signs) addEventListener(sign, loadPage, true);
// The boot script failed to load. An onerror attribute cannot report it, since inline handlers have
// no nonce.
addEventListener(
  "error",
  ({ target }) => {
    if (target instanceof HTMLScriptElement) loadPage();
  },
  true,
);
// Without a boot script the page does not connect, so there is no picture to wait for.
addEventListener("DOMContentLoaded", () => {
  if (!document.querySelector("script[type=module]")) loadPage();
});
setTimeout(loadPage, latestMs);
