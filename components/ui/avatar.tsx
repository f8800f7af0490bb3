import { classNames } from "@/components/ui/class-names";
import { initialsOf } from "@/lib/client/browser/initials";

const sizes = {
  xs: "size-5 text-[0.625rem]",
  sm: "size-8 text-sm",
  md: "size-11 text-base",
  lg: "size-20 text-xl",
  /** For the surrounding text's size. */
  text: "size-[2.5em]",
};

type AvatarProps = {
  name: string;
  /** The URL of a picture. */
  picture?: string | null;
  size?: keyof typeof sizes;
  className?: string;
};

/**
 * The picture, or initials on a neutral background, which also show while it loads or where it is gone.
 * Hidden from screen readers, since the name is next to it.
 */
export function Avatar({ name, picture, size = "md", className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "in-line relative inline-flex shrink-0 items-center justify-center rounded-full border border-line bg-fill font-medium text-ink-soft select-none",
        sizes[size],
        className,
      )}
    >
      {initialsOf(name)}
      {picture ? (
        <img
          src={picture}
          alt=""
          loading="lazy"
          className="absolute inset-0 size-full rounded-full object-cover"
        />
      ) : null}
    </span>
  );
}
