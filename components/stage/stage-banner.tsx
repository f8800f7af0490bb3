import type { RefCallback } from "react";

type StageBannerProps = { text: string | null; ref: RefCallback<HTMLElement> };

/** A host's one line, over the lower edge of the picture. */
export function StageBanner({ text, ref }: StageBannerProps) {
  return (
    <p
      ref={ref}
      aria-live="polite"
      className="on-picture absolute inset-x-0 bottom-0 px-4 py-2.5 text-center font-medium text-balance wrap-anywhere empty:p-0 sm:text-lg"
    >
      {text}
    </p>
  );
}
