/** A handle as people type it, with or without its @. */
export const typedHandle = (text: string): string => text.trim().replace(/^@/, "");
