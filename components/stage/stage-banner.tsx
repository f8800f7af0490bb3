import type { RefCallback } from "react";
import { classNames } from "@/components/ui/class-names";

type StageBannerProps = {
  text: string | null;
  /** The width of the picture, in pixels. */
  width: number;
  ref: RefCallback<HTMLElement>;
};

/** Below this width, larger text would take a third of the picture. */
const narrow = 560;

/** The banner: one line over the lower edge of the picture, above a player's controls. */
export function StageBanner({ text, width, ref }: StageBannerProps) {
  return (
    <p
      ref={ref}
      dir="auto"
      aria-live="polite"
      className={classNames(
        "on-picture absolute inset-x-0 bottom-(--controls,0px) text-center font-medium text-balance in-line wrap-anywhere empty:p-0",
        width < narrow ? "px-3 py-1.5 text-sm" : "px-4 py-2.5 text-lg",
      )}
    >
      {text}
    </p>
  );
}
