import { Skeleton } from "@/components/ui/skeleton";

type SkeletonRowsProps = {
  /** The expected number of rows. */
  rows?: number;
  /** Whether to include a section heading. */
  heading?: boolean;
};

/** A placeholder for a section of rows, each with two lines and a button. */
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
