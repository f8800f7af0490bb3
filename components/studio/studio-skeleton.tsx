import { Skeleton } from "@/components/ui/skeleton";
import { ThemeScope } from "@/components/ui/theme-scope";

/** A placeholder for the studio before a show: bar, preview and panel. */
export function StudioSkeleton() {
  return (
    <ThemeScope theme="dark" page>
      <div
        aria-busy="true"
        className="flex min-h-dvh flex-col beside:h-dvh beside:min-h-0 beside:overflow-hidden"
      >
        <div className="flex h-14 shrink-0 items-center gap-3 border-b border-line px-safe-3">
          <Skeleton className="h-5 w-24" />
          <Skeleton className="h-5 flex-1 max-w-80" />
          <Skeleton className="ml-auto h-11 w-24" />
        </div>
        <div className="flex min-h-0 flex-1 flex-col beside:grid beside:grid-cols-[minmax(0,1fr)_20rem] beside:lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="px-safe-4 py-4 sm:py-6">
            <div className="mx-auto flex max-w-2xl flex-col gap-5">
              <Skeleton className="aspect-video w-full" />
              <Skeleton className="h-12 w-40 max-sm:w-full" />
              <Skeleton className="h-11 w-full" />
            </div>
          </div>
          <div className="border-line stacked:min-h-96 stacked:border-t beside:border-l">
            <div className="flex h-12 items-center gap-5 border-b border-line px-4">
              <Skeleton className="h-5 w-20" />
              <Skeleton className="h-5 w-16" />
              <Skeleton className="h-5 w-12" />
            </div>
          </div>
        </div>
      </div>
    </ThemeScope>
  );
}
