import { classNames } from "@/components/ui/class-names";

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

export function Wordmark({ className }: { className?: string }) {
  return (
    <span className={classNames("inline-flex items-center gap-2 text-ink", className)}>
      <Mark />
      <span className="text-lg leading-none font-semibold tracking-[-0.025em]">Greenroom</span>
    </span>
  );
}
