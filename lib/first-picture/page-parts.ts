/** Asks for the page as Next makes it; its value is a ticket for what was left for that page. */
export const wholePageHeader = "x-whole-page";

/** The attributes of a script element, in order. */
export type LateScript = [name: string, value: string][];

/** The list of scripts that wait for the first picture. */
export const lateScriptsId = "late-scripts";
/** What stands there until the page does. */
export const outlineId = "outline";
/** Asked with POST, lets the rest of a page come that stopped after its outline. */
export const heldPagePath = (mint: string, id: string) => `/watch/${mint}/page/${id}`;
/** Which page such a path is about; null for any other path. */
export const heldPageIn = (pathname: string): string | null =>
  /^\/watch\/[^/]+\/page\/([^/]+)$/.exec(pathname)?.[1] ?? null;
/** Whose watch page it is; null for any other path. */
export const watchedIn = (pathname: string): string | null =>
  /^\/watch\/([^/]+)$/.exec(pathname)?.[1] ?? null;
/** The style that keeps the page's font from being fetched before it. */
export const fontHoldId = "font-hold";
