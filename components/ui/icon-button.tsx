import type { ComponentProps, ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";
import { Tooltip } from "@/components/ui/tooltip";

const variants = {
  quiet: "text-ink-soft hover:bg-fill hover:text-ink aria-pressed:bg-ink aria-pressed:text-canvas",
  filled:
    "border border-line bg-fill text-ink hover:bg-fill-strong aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-canvas",
  danger: "bg-tally text-tally-ink hover:bg-tally-press",
  picture: "on-picture aria-pressed:bg-scrim-ink aria-pressed:text-letterbox",
};

const sizes = {
  sm: "touch-target size-9",
  md: "size-11",
  lg: "size-13",
};

type IconButtonProps = Omit<
  ComponentProps<"button">,
  "children" | "aria-label" | "aria-pressed"
> & {
  /** The action, as a verb: read aloud, and shown as a tooltip. */
  label: string;
  /** One icon from lucide-react. */
  icon: ReactNode;
  /** For toggles: inverted when on. The label is the same in both states. */
  pressed?: boolean;
  /** picture: over a video. */
  variant?: keyof typeof variants;
  size?: keyof typeof sizes;
  tooltipSide?: "top" | "bottom";
};

export function IconButton({
  label,
  icon,
  pressed,
  variant = "quiet",
  size = "md",
  tooltipSide = "top",
  type = "button",
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip text={label} side={tooltipSide}>
      <button
        {...rest}
        type={type}
        aria-label={label}
        aria-pressed={pressed}
        className={classNames(
          "relative inline-flex shrink-0 items-center justify-center rounded select-none [&_svg]:size-5",
          "transition-transform active:translate-y-px",
          "disabled:translate-y-0 disabled:border-transparent disabled:bg-transparent disabled:text-ink-faint",
          variants[variant],
          sizes[size],
          className,
        )}
      >
        {icon}
      </button>
    </Tooltip>
  );
}
