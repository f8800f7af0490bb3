import { JoinColumn } from "@/components/join/join-column";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { Trouble } from "@/lib/client/join-ending";

type JoinLoadingProps = { trouble: Trouble | null; onRetry: () => void };

export function JoinLoading({ trouble, onRetry }: JoinLoadingProps) {
  return (
    <JoinColumn>
      <h1 className="sr-only">Join a show</h1>
      {trouble ? (
        <Notice
          tone="problem"
          title="Your invite could not be read yet."
          action={
            <Button size="sm" onClick={onRetry}>
              Try again
            </Button>
          }
        >
          {trouble.message}
        </Notice>
      ) : (
        <div aria-busy="true">
          <Skeleton className="h-7 w-3/4" />
          <Skeleton className="mt-2 h-5 w-1/2" />
          <Skeleton className="mt-5 aspect-video w-full" />
        </div>
      )}
    </JoinColumn>
  );
}
