/**
 * Where the focus is: on nothing in particular, on a control with its own keys, or in a text field.
 */
export type Focus = "page" | "control" | "typing";

const wordFields = "input:not([type=range]), textarea, select, [contenteditable]";
/** Menus and dialogs read letters too. */
const readsLetters = "[role=menu], [role=dialog], [role=alertdialog]";
const hasKeys = "button, a, summary, input, [role=log], [role=separator], [role=slider], hr";

export function focusOf(element: Pick<Element, "closest"> | null): Focus {
  if (!element) return "page";
  if (element.closest(`${wordFields}, ${readsLetters}`)) return "typing";
  return element.closest(hasKeys) ? "control" : "page";
}
