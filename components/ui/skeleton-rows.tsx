import { Skeleton } from "@/components/ui/skeleton";

type SkeletonRowsProps = {
  /** How many there will be, as far as one can guess. */
  rows?: number;
  /** Whether a section's heading stands over them. */
  heading?: boolean;
};

/** A section of rows on its way: a line and a smaller one each, with a button at its end. */
export function SkeletonRows({ rows = 3, heading = true }: SkeletonRowsProps) {
  return (
    <div aria-busy="true">
      {heading ? (
        <div className="flex min-h-11 items-center border-b border-line">
          <Skeleton className="h-5 w-32" />
        </div>
      ) : null}
      <div className="divide-y divide-line">
        {Array.from({ length: rows }, (_, row) => `row ${row + 1}`).map((row) => (
          <div key={row} className="flex items-center justify-between gap-6 py-4">
            <span className="flex flex-1 flex-col gap-2">
              <Skeleton className="h-5 w-1/2" />
              <Skeleton className="h-4 w-1/3" />
            </span>
            <Skeleton className="h-9 w-24" />
          </div>
        ))}
      </div>
    </div>
  );
}
