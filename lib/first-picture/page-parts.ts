/** Asks for the page as Next makes it; its value is a ticket for what was left for that page. */
export const wholePageHeader = "x-whole-page";

/** The attributes of a script element, in order. */
export type LateScript = [name: string, value: string][];

/** The list of scripts that wait for the first picture. */
export const lateScriptsId = "late-scripts";
/** What stands there until the page does. */
export const outlineId = "outline";
/** The style that keeps the page's font from being fetched before it. */
export const fontHoldId = "font-hold";
