import { classNames } from "@/components/ui/class-names";
import { initialsOf } from "@/lib/client/browser/initials";

const sizes = { sm: "size-8 text-sm", md: "size-11 text-base", lg: "size-20 text-xl" };

type AvatarProps = {
  name: string;
  size?: keyof typeof sizes;
  className?: string;
};

/** Initials on a neutral background. Hidden from screen readers, since the name is next to it. */
export function Avatar({ name, size = "md", className }: AvatarProps) {
  return (
    <span
      aria-hidden="true"
      className={classNames(
        "in-line inline-flex shrink-0 items-center justify-center rounded-full border border-line bg-fill font-medium text-ink-soft select-none",
        sizes[size],
        className,
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
