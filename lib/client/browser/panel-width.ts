/** The side panel's width in rem, so that it scales with the reader's text size. */
export const panelWidths = { least: 18, usual: 22, most: 36, step: 1 } as const;

const { least, usual, most, step } = panelWidths;

const within = (width: number) => Math.min(most, Math.max(least, width));

export const panelWidthFrom = (kept: unknown): number =>
  typeof kept === "number" && Number.isFinite(kept) ? within(kept) : usual;

/**
 * The panel's width after a key press on its edge, or null. The panel is on the right, so left
 * widens it.
 */
export function panelWidthAfter(width: number, key: string): number | null {
  switch (key) {
    case "ArrowLeft":
      return within(width + step);
    case "ArrowRight":
      return within(width - step);
    case "Home":
      return least;
    case "End":
      return most;
    default:
      return null;
  }
}
