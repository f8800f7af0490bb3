"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SilencedNotice } from "@/components/devices/silenced-notice";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { showDeviceProblem } from "@/lib/client/stage/show-device-problem";
import type { StageDevice } from "@/lib/client/stage/use-stage-controls";

/** At most this many other devices are offered by name; the menu lists all. */
const offeredMost = 3;

/** A problem with an active camera or microphone, announced, with a solution. */
export function DeviceTrouble({ device }: { device: StageDevice }) {
  return (
    <div role="status" className="basis-full empty:hidden">
      {noticeOf(device)}
    </div>
  );
}

function noticeOf(device: StageDevice): ReactNode {
  if (device.lost === "gone") return <Gone device={device} />;
  if (device.lost === "replaced") return <Replaced device={device} />;
  return device.silenced ? <SilencedNotice kind={device.kind} /> : null;
}

function Gone({ device: { kind, devices, choose } }: { device: StageDevice }) {
  const t = useTranslations("devices.lost");
  return (
    <Notice
      tone="problem"
      announce={false}
      title={t(`${kind}.gone`)}
      action={devices.slice(0, offeredMost).map(({ id, label }) => (
        <Button key={id} size="sm" onClick={async () => showDeviceProblem(kind, await choose(id))}>
          {t("use", { device: label })}
        </Button>
      ))}
    >
      {t(`${kind}.${devices.length > 0 ? "choose" : "plug-in"}`)}
    </Notice>
  );
}

function Replaced({ device: { kind, devices, deviceId, settle } }: { device: StageDevice }) {
  const t = useTranslations("devices.lost");
  const label = devices.find(({ id }) => id === deviceId)?.label ?? "";
  return (
    <Notice
      announce={false}
      title={t(`${kind}.gone`)}
      action={
        <Button size="sm" onClick={settle}>
          {t("understood")}
        </Button>
      }
    >
      {t("replaced", { device: label })}
    </Notice>
  );
}
