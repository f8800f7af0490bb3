import { classNames } from "@/components/ui/class-names";

/**
 * A placeholder for content that is loading. Not animated: nothing loops. Size it with `className`.
 */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={classNames("block rounded bg-fill", className)} />;
}

/** A placeholder for lines of text, the last one shorter. */
export function SkeletonText({ lines = 3, className }: { lines?: number; className?: string }) {
  return (
    <span aria-hidden="true" className={classNames("flex flex-col gap-2", className)}>
      {Array.from({ length: lines }, (_, line) => `line ${line + 1}`).map((line, index) => (
        <Skeleton
          key={line}
          className={classNames("h-4", index === lines - 1 && lines > 1 ? "w-3/5" : "w-full")}
        />
      ))}
    </span>
  );
}
