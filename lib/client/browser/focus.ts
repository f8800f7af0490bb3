/** Where the focus is: nowhere in particular, on something with keys of its own, or in words. */
export type Focus = "page" | "control" | "typing";

const wordFields = "input:not([type=range]), textarea, select, [contenteditable]";
/** A menu and a window read letters too. */
const readsLetters = "[role=menu], [role=dialog], [role=alertdialog]";
const hasKeys = "button, a, summary, input, [role=log], [role=separator], [role=slider], hr";

export function focusOf(element: Pick<Element, "closest"> | null): Focus {
  if (!element) return "page";
  if (element.closest(`${wordFields}, ${readsLetters}`)) return "typing";
  return element.closest(hasKeys) ? "control" : "page";
}
