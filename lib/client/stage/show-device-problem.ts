import { toast } from "@/lib/client/browser/toast";
import type { DeviceKind } from "@/lib/client/devices/device-problem";
import { say } from "@/lib/client/server-api/say";
import type { DeviceOutcome } from "@/lib/client/stage/use-stage-controls";

/** Shows why a device action failed, and what to do about it. */
export function showDeviceProblem(kind: DeviceKind, outcome: DeviceOutcome): void {
  // `not-blurred` has a lasting notice next to the controls.
  if (outcome === "done" || outcome === "not-blurred") return;
  toast.problem(say(`devices.advice.${kind}.${outcome}.happened`), {
    id: kind,
    description: say(`devices.advice.${kind}.${outcome}.next`),
  });
}
