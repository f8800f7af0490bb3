import { Skeleton } from "@/components/ui/skeleton";
import { SkeletonRows } from "@/components/ui/skeleton-rows";

/** A placeholder for the sections: one live show and some upcoming ones. */
export function SectionsSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-12">
      <div>
        <div className="mb-4 flex min-h-11 items-center border-b border-line">
          <Skeleton className="h-5 w-24" />
        </div>
        <div className="flex max-w-3xl flex-col gap-3">
          <Skeleton className="aspect-video w-full" />
          <Skeleton className="h-5 w-2/3" />
        </div>
      </div>
      <SkeletonRows />
    </div>
  );
}
