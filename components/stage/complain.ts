import { toast } from "@/components/ui/toast";
import type { DeviceKind } from "@/lib/client/device-problem";
import { say } from "@/lib/client/say";
import type { DeviceOutcome } from "@/lib/client/use-stage-controls";

/** Says why a device did not do what was wanted, and what to do about it. */
export function complain(kind: DeviceKind, outcome: DeviceOutcome): void {
  if (outcome === "done") return;
  toast.problem(say(`devices.advice.${kind}.${outcome}.happened`), {
    id: kind,
    description: say(`devices.advice.${kind}.${outcome}.next`),
  });
}
