"use client";

import { classNames } from "@/components/ui/class-names";
import { useInstallation } from "@/lib/client/browser/installation";

/** A cue light drawn as a G: the ring is the rim, the lamp inside is green, "go". */
export function Mark({ className }: { className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      fill="none"
      className={classNames("size-6 shrink-0", className)}
    >
      <path d="M18.72 5.28A9.5 9.5 0 1 0 21.5 12H17" stroke="currentColor" strokeWidth="3" />
      <circle cx="12" cy="12" r="3" className="fill-go" />
    </svg>
  );
}

/** The installation's logo, or the mark, and its name. */
export function Wordmark({ className }: { className?: string }) {
  const { name, logo } = useInstallation();
  return (
    <span className={classNames("inline-flex min-w-0 items-center gap-2 text-ink", className)}>
      {logo ? <img src={logo} alt="" className="h-7 max-w-32 shrink-0 object-contain" /> : <Mark />}
      <span dir="auto" className="truncate text-lg leading-tight font-semibold tracking-[-0.025em]">
        {name}
      </span>
    </span>
  );
}
