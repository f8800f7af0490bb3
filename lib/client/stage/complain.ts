import { toast } from "@/lib/client/browser/toast";
import type { DeviceKind } from "@/lib/client/devices/device-problem";
import { say } from "@/lib/client/server-api/say";
import type { DeviceOutcome } from "@/lib/client/stage/use-stage-controls";

/** Says why a device did not do what was wanted, and what to do about it. */
export function complain(kind: DeviceKind, outcome: DeviceOutcome): void {
  // What was to be blurred and is not stands beside the controls for as long as it is so.
  if (outcome === "done" || outcome === "not-blurred") return;
  toast.problem(say(`devices.advice.${kind}.${outcome}.happened`), {
    id: kind,
    description: say(`devices.advice.${kind}.${outcome}.next`),
  });
}
