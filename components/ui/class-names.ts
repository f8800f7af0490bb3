/**
 * Joins class names, skipping empty ones. Callers add layout (margin, width, order), never a second
 * colour.
 */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
