/** The scripts that are written from right to left, by their blocks. */
const rightToLeft =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * People's words within a sentence of ours, where no element can wrap them: Arabic or Hebrew
 * keeps its own direction and leaves that of the sentence alone (U+2068 … U+2069). Other words need
 * no marks in languages that are written from left to right, as all of ours are.
 */
export const isolated = (words: string): string =>
  rightToLeft.test(words) ? `\u2068${words}\u2069` : words;
