"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { showDeviceProblem } from "@/lib/client/stage/show-device-problem";
import { useDeviceRequest } from "@/lib/client/stage/use-device-request";
import { useStageControls } from "@/lib/client/stage/use-stage-controls";

/** A host's request to turn on a device. Nobody's microphone is turned on remotely. */
export function DeviceRequestNotice() {
  const t = useTranslations("stage.asked");
  const { asked, dismiss } = useDeviceRequest();
  const { camera, microphone } = useStageControls();
  const device = asked === "camera" ? camera : microphone;

  async function switchOn() {
    showDeviceProblem(device.kind, await device.turn(true));
  }

  return (
    <div role="status" className="empty:hidden">
      {asked ? (
        <Notice
          announce={false}
          action={
            <>
              <Button size="sm" onClick={dismiss}>
                {t("dismiss")}
              </Button>
              <Button size="sm" variant="primary" pending={device.busy} onClick={switchOn}>
                {t(`on-${asked}`)}
              </Button>
            </>
          }
        >
          {t(asked)}
        </Notice>
      ) : null}
    </div>
  );
}
