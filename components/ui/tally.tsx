import type { ReactNode } from "react";
import { classNames } from "@/components/ui/class-names";

type TallyProps = {
  on: boolean;
  /**
   * Text beside the lamp; "On air" or "Off air" by default. The text carries the state, never the
   * colour alone.
   */
  children?: ReactNode;
  /** lamp: a dot and text. sign: filled, over a picture and where the state is the headline. */
  look?: "lamp" | "sign";
  className?: string;
};

/** The state lamp: red when on air. Nothing else in the app is a red lamp. */
export function Tally({ on, children, look = "lamp", className }: TallyProps) {
  const words = children ?? (on ? "On air" : "Off air");
  const dot = on ? "bg-tally" : "border-2 border-edge";
  if (look === "lamp") {
    return (
      <span
        className={classNames(
          "inline-flex items-center gap-2 font-medium whitespace-nowrap",
          className,
        )}
      >
        <span aria-hidden="true" className={classNames("size-2.5 shrink-0 rounded-full", dot)} />
        <span className={on ? "text-ink" : "text-ink-soft"}>{words}</span>
      </span>
    );
  }
  return (
    <span
      className={classNames(
        "inline-flex h-7 items-center gap-1.5 rounded px-2 text-sm font-semibold whitespace-nowrap",
        on ? "bg-tally text-tally-ink" : "bg-fill text-ink-soft",
        className,
      )}
    >
      <span
        aria-hidden="true"
        className={classNames(
          "size-2 shrink-0 rounded-full",
          on ? "bg-tally-ink" : "border-2 border-edge",
        )}
      />
      {words}
    </span>
  );
}
