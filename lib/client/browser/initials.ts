const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A letter, digit or emoji; not a bracket or dash. */
const telling = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/**
 * The first characters of the first and last word of a name. A character may be several code
 * points.
 */
export function initialsOf(name: string): string {
  const found = name.split(/\s+/).flatMap((word) => {
    const first = [...graphemes.segment(word)].find(({ segment }) => telling.test(segment));
    return first ? [first.segment.toUpperCase()] : [];
  });
  return found.length > 1 ? `${found[0]}${found.at(-1)}` : (found[0] ?? "");
}
