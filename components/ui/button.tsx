import * as Slot from "radix-ui/slot";
import type { ComponentProps } from "react";
import { classNames } from "@/components/ui/class-names";

const variants = {
  primary: "bg-go text-go-ink hover:bg-go-press",
  secondary: "border border-line bg-fill text-ink hover:bg-fill-strong",
  quiet: "text-ink-soft hover:bg-fill hover:text-ink",
  danger: "bg-tally text-tally-ink hover:bg-tally-press",
};

const sizes = {
  sm: "touch-target h-9 px-3 text-sm",
  md: "h-11 px-4 text-base",
  lg: "h-13 px-6 text-base",
};

type ButtonProps = ComponentProps<"button"> & {
  /** primary: continue. danger: end or remove, nothing else. */
  variant?: keyof typeof variants;
  size?: keyof typeof sizes;
  /**
   * Work in progress: the label stays, the button keeps its width and focus, and further presses do
   * nothing.
   */
  pending?: boolean;
  /** Applies the styles to the single child, for example a Link. */
  asChild?: boolean;
};

export function Button({
  variant = "secondary",
  size = "md",
  pending = false,
  asChild = false,
  type = "button",
  className,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  const looks = classNames(
    "relative inline-flex shrink-0 items-center justify-center gap-2 rounded font-medium whitespace-nowrap select-none",
    "transition-transform active:translate-y-px disabled:translate-y-0",
    "disabled:border disabled:border-line disabled:bg-transparent disabled:text-ink-faint",
    "[&_svg]:size-5 [&_svg]:shrink-0",
    variants[variant],
    sizes[size],
    pending && "cursor-progress",
    className,
  );
  if (asChild) {
    return (
      <Slot.Root {...rest} onClick={onClick} className={looks}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      {...rest}
      type={type}
      onClick={pending ? (event) => event.preventDefault() : onClick}
      aria-busy={pending || undefined}
      aria-disabled={pending || rest["aria-disabled"]}
      className={looks}
    >
      <span className="relative inline-flex items-center gap-2">
        {children}
        {pending ? (
          <span aria-hidden="true" className="absolute left-full">
            …
          </span>
        ) : null}
      </span>
    </button>
  );
}
