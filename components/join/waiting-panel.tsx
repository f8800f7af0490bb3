import { Button } from "@/components/ui/button";
import { Elapsed } from "@/components/ui/elapsed";

type WaitingPanelProps = {
  entering: boolean;
  /** The connection is away; the place is still the guest's. */
  lost: boolean;
  since: string | undefined;
  onLeave: () => void;
  onRetry: () => void;
};

export function WaitingPanel({ entering, lost, since, onLeave, onRetry }: WaitingPanelProps) {
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <p className="font-medium">{headline(entering, lost)}</p>
        <p className="mt-1 text-sm text-ink-soft">
          {entering ? "Your picture and sound go live now." : "Keep this page open."}
          {since && !entering ? (
            <>
              {" "}
              Waiting for <Elapsed since={since} />
            </>
          ) : null}
        </p>
      </div>
      <div className="flex shrink-0 flex-wrap justify-end gap-2">
        {lost ? <Button onClick={onRetry}>Try now</Button> : null}
        <Button onClick={onLeave}>Leave</Button>
      </div>
    </div>
  );
}

function headline(entering: boolean, lost: boolean): string {
  if (lost) return "Your connection is lost. Coming back…";
  return entering ? "The host let you in." : "The host can see that you are waiting.";
}
