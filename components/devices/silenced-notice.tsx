import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import type { DeviceKind } from "@/lib/client/devices/device-problem";

/**
 * The device is on but delivers nothing. Only the system, or a switch on the device, can change
 * that.
 */
export function SilencedNotice({ kind }: { kind: DeviceKind }) {
  const t = useTranslations("devices.silenced");
  return (
    <Notice tone="problem" announce={false} title={t(`${kind}.happened`)}>
      {t(`${kind}.next`)}
    </Notice>
  );
}
