/**
 * Resolves with the time, in milliseconds since 1970, at which a text is drawn: the frame after it was
 * added to the page. The text must be the whole text of its node, not part of a sentence.
 */
export function textShown(text: string): Promise<number> {
  return new Promise((resolve) => {
    const look = (nodes: Iterable<Node>) => {
      for (const node of nodes) {
        if (!holds(node, text)) continue;
        observer.disconnect();
        requestAnimationFrame(() => resolve(Date.now()));
        return;
      }
    };
    const observer = new MutationObserver((changes) =>
      look(changes.flatMap(({ target, addedNodes }) => [target, ...addedNodes])),
    );
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    look([document]);
  });
}

function holds(node: Node, text: string): boolean {
  if (!node.textContent?.includes(text) && node !== document) return false;
  const words = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let word: Node | null = words.currentNode; word; word = words.nextNode()) {
    if (word instanceof Text && word.data.trim() === text && isDrawn(word)) return true;
  }
  return false;
}

const isDrawn = ({ parentElement }: Text) =>
  parentElement !== null && parentElement.getClientRects().length > 0;
