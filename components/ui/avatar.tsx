import { classNames } from "@/components/ui/class-names";

const sizes = { sm: "size-8 text-sm", md: "size-11 text-base", lg: "size-20 text-xl" };

type AvatarProps = {
  name: string;
  size?: keyof typeof sizes;
  className?: string;
};

/** Initials on a neutral. Hidden from screen readers: the name stands beside it. */
export function Avatar({ name, size = "md", className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "inline-flex shrink-0 items-center justify-center rounded-full border border-line bg-fill font-medium text-ink-soft select-none",
        sizes[size],
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The first letter of the first and of the last word; a letter may be several code points. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word = "") => [...graphemes.segment(word)][0]?.segment.toUpperCase() ?? "")
    .join("");
}
