const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A letter, a digit or an emoji: what a name may be told by, and no bracket or dash. */
const telling = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** The first letter of the first and of the last word of a name; a letter may be several code points. */
export function initialsOf(name: string): string {
  const found = name.split(/\s+/).flatMap((word) => {
    const first = [...graphemes.segment(word)].find(({ segment }) => telling.test(segment));
    return first ? [first.segment.toUpperCase()] : [];
  });
  return found.length > 1 ? `${found[0]}${found.at(-1)}` : (found[0] ?? "");
}
