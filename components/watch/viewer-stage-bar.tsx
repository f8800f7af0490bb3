"use client";

import { RoomContext } from "@livekit/components-react";
import type { Room } from "livekit-client";
import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { DeviceRequestNotice } from "@/components/stage/device-request-notice";
import { LeaveGuard } from "@/components/stage/leave-guard";
import { StageControls } from "@/components/stage/stage-controls";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import type { ViewerStage } from "@/lib/client/watch/use-viewer-stage";
import { isolated } from "@/lib/words/isolated";

type ViewerStageBarProps = { room: Room | null; stage: ViewerStage };

/** Below the picture of a viewer on stage: the host's call, and the stage controls. */
export function ViewerStageBar({ room, stage }: ViewerStageBarProps) {
  const t = useTranslations("watch.stage");
  const { onStage, canShareScreen, calledBy } = stage;
  return (
    <>
      <LeaveGuard active={onStage} from="stage" />
      <div role="status" className="px-safe-4 *:mt-3 lg:px-5">
        {calledBy === null ? null : (
          <Notice announce={false}>
            {t("called", { name: isolated(calledBy || t("a-host")) })}
          </Notice>
        )}
        <Farewell stage={stage} />
      </div>
      {onStage && room ? (
        <RoomContext.Provider value={room}>
          <div className="px-safe-4 *:mt-3 lg:px-5">
            <DeviceRequestNotice />
          </div>
          <div className="flex justify-center border-b border-line px-safe-4 py-3">
            <StageControls canShareScreen={canShareScreen}>
              <LeaveStage stage={stage} />
            </StageControls>
          </div>
        </RoomContext.Provider>
      ) : null}
    </>
  );
}

function Farewell({ stage: { ended, dismiss } }: { stage: ViewerStage }) {
  const t = useTranslations("watch.stage");
  if (!ended) return null;
  return (
    <Notice
      announce={false}
      action={
        <Button size="sm" onClick={dismiss}>
          {t("close")}
        </Button>
      }
    >
      {t(ended)}
    </Notice>
  );
}

function LeaveStage({ stage: { leave } }: { stage: ViewerStage }) {
  const t = useTranslations("watch.stage");
  const [pending, setPending] = useState(false);

  async function go() {
    setPending(true);
    await runWithToast(leave, { failed: t("still") });
    setPending(false);
  }

  return (
    <Button variant="quiet" pending={pending} onClick={go}>
      <LogOut aria-hidden="true" className="max-sm:hidden" />
      {t("leave")}
    </Button>
  );
}
