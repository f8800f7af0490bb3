"use client";

import { Activity } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { StageControls } from "@/components/stage/stage-controls";
import { StageMore } from "@/components/stage/stage-more";
import { FlipCamera } from "@/components/studio/flip-camera";
import { HealthStrip } from "@/components/studio/health-strip";
import { LookPopover } from "@/components/studio/look-popover";
import { connectedRoom } from "@/components/studio/studio-picture";
import { useSceneKeys } from "@/components/studio/use-scene-keys";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Notice } from "@/components/ui/notice";
import { type Trouble, troubleOf } from "@/lib/client/preflight/send-health";
import { useSendHealth } from "@/lib/client/preflight/use-send-health";
import type { LookDesk } from "@/lib/client/stage/use-look-draft";
import type { SceneDesk } from "@/lib/client/studio/use-scene-desk";
import type { Studio } from "@/lib/client/studio/use-studio";
import { may } from "@/lib/grants/capabilities";

type StudioControlsProps = { studio: Studio; desk: LookDesk; scenes: SceneDesk };

/** A host backstage sends nothing, and still directs. */
const noDevices = { microphone: null, camera: null };

/** This host's stage controls and upload health. */
export function StudioControls({ studio, desk, scenes }: StudioControlsProps) {
  const t = useTranslations("studio");
  const [open, setOpen] = useState(false);
  const room = connectedRoom(studio);
  const { stage } = studio;
  const sceneKeys = useSceneKeys(scenes);
  const health = useSendHealth(stage.name === "on-air" ? room : null);
  if (stage.name === "backstage") {
    return (
      <Backstage onPrepare={studio.prepare}>
        {room ? (
          <>
            <LookPopover desk={desk} scenes={scenes} />
            <StageMore keys={noDevices} sceneKeys={sceneKeys} />
          </>
        ) : null}
      </Backstage>
    );
  }
  if (!room) return null;
  return (
    <>
      <TroubleNotice trouble={troubleOf(health)} />
      {open ? (
        <div className="w-full border-b border-line">
          <HealthStrip health={health} />
        </div>
      ) : null}
      <div className="flex min-h-16 flex-wrap items-center justify-center gap-2 px-safe-2 py-2">
        <StageControls
          canShareScreen
          canShareFiles
          keys
          pending={studio.own.wanted && !studio.sent}
          sceneKeys={sceneKeys}
        >
          <FlipCamera />
          <LookPopover desk={desk} scenes={scenes} />
          <HealthToggle open={open} onOpen={setOpen} />
          {stage.name === "on-air" && may(studio.role, "run-from-backstage") ? (
            <Button variant="quiet" onClick={studio.stepBack}>
              {t("picture.leave")}
            </Button>
          ) : null}
        </StageControls>
      </div>
    </>
  );
}

function HealthToggle({ open, onOpen }: { open: boolean; onOpen: (open: boolean) => void }) {
  const t = useTranslations("health");
  return (
    <IconButton
      variant="filled"
      label={t("open")}
      icon={<Activity />}
      aria-expanded={open}
      onClick={() => onOpen(!open)}
    />
  );
}

/** Announced when it begins; the figures themselves are not. */
function TroubleNotice({ trouble }: { trouble: Trouble | null }) {
  const t = useTranslations("health.trouble");
  return (
    <div role="status" className="px-3 pt-3 empty:hidden">
      {trouble ? (
        <Notice announce={false} title={t(`${trouble}.title`)}>
          {t(`${trouble}.text`)}
        </Notice>
      ) : null}
    </div>
  );
}

function Backstage({ onPrepare, children }: { onPrepare: () => void; children: ReactNode }) {
  const t = useTranslations("studio");
  return (
    <div className="flex min-h-16 flex-wrap items-center justify-center gap-3 px-safe-3 py-2">
      <p className="text-ink-soft">{t("picture.backstage")}</p>
      <Button variant="primary" onClick={onPrepare}>
        {t("picture.go")}
      </Button>
      {children}
    </div>
  );
}
