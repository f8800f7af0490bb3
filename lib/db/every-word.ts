import { and, type SQL, sql } from "drizzle-orm";

/**
 * Matches if every word occurs somewhere in the text, in any case. `strpos` has no wildcards, so a % is
 * matched literally.
 */
export const everyWordIn = (text: SQL, words: string): SQL | undefined =>
  and(...words.split(" ").map((word) => sql`strpos(lower(${text}), lower(${word})) > 0`));
