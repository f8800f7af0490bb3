import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { adviceOn, type DeviceKind, type DeviceProblem } from "@/lib/client/device-problem";

type DeviceProblemNoteProps = {
  kind: DeviceKind;
  problem: DeviceProblem;
  onRetry: () => void;
  onGoWithout: () => void;
};

/** What happened to a camera or microphone, and the ways on. */
export function DeviceProblemNote({ kind, problem, onRetry, onGoWithout }: DeviceProblemNoteProps) {
  const { happened, next, mayRetry } = adviceOn(kind, problem);
  return (
    <Notice
      tone="problem"
      title={happened}
      action={
        <>
          {mayRetry ? (
            <Button size="sm" onClick={onRetry} aria-label={`Try again with the ${kind}`}>
              Try again
            </Button>
          ) : null}
          <Button size="sm" variant="quiet" onClick={onGoWithout}>
            Go on without a {kind}
          </Button>
        </>
      }
    >
      {next}
    </Notice>
  );
}
