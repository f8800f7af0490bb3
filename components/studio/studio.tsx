"use client";

import { RoomContext } from "@livekit/components-react";
import { useTranslations } from "next-intl";
import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from "react";
import { LeaveGuard } from "@/components/stage/leave-guard";
import { BackstageDesk } from "@/components/studio/backstage-desk";
import { EncoderDialog } from "@/components/studio/encoders/encoder-dialog";
import { InviteDialog } from "@/components/studio/invites/invite-dialog";
import { StageStrip } from "@/components/studio/lazy-stage-strip";
import { SceneBar } from "@/components/studio/scene-bar";
import { StudioBar } from "@/components/studio/studio-bar";
import { StudioControls } from "@/components/studio/studio-controls";
import { StudioEnded } from "@/components/studio/studio-ended";
import { StudioPanel } from "@/components/studio/studio-panel";
import { connectedRoom, StudioPicture } from "@/components/studio/studio-picture";
import { StudioPreparation } from "@/components/studio/studio-preparation";
import { classNames } from "@/components/ui/class-names";
import { PanelEdge } from "@/components/ui/panel-edge";
import { ThemeScope } from "@/components/ui/theme-scope";
import { toast } from "@/lib/client/browser/toast";
import { usePanelWidth } from "@/lib/client/browser/use-panel-width";
import { useVisibleHeight } from "@/lib/client/browser/use-visible-height";
import { useRoomyWindow } from "@/lib/client/devices/use-media";
import { type LookDesk, useLookDraft } from "@/lib/client/stage/use-look-draft";
import { type SceneDesk, useSceneDesk } from "@/lib/client/studio/use-scene-desk";
import { useShowFrames } from "@/lib/client/studio/use-show-frames";
import { type Studio as StudioOf, useStudio } from "@/lib/client/studio/use-studio";
import type { Livestream, Person } from "@/lib/contracts/livestreams";
import type { Role } from "@/lib/grants/capabilities";

type StudioProps = { livestream: Livestream; role: Role; me: Person };

/** Where a host prepares a show, runs it and ends it. */
export function Studio({ livestream, role, me }: StudioProps) {
  const studio = useStudio(livestream, role);
  const [inviting, setInviting] = useState(false);
  const [encoding, setEncoding] = useState(false);
  const onAir = studio.stage.name === "on-air";
  useShowFrames(studio.livestream.mint, onAir ? studio.room : null);
  const seen = studio.sent || !studio.own.wanted;
  useOnAirToast(onAir && seen && studio.connection.name === "connected");
  const desk = useLookDraft(connectedRoom(studio), studio.livestream);
  const scenes = useSceneDesk(desk, studio.livestream);
  return (
    <ThemeScope theme="dark" page>
      <LeaveGuard active={onAir || studio.stage.name === "going"} from="studio" />
      <RoomContext.Provider value={studio.room ?? undefined}>
        {studio.stage.name === "over" ? (
          <StudioEnded livestream={studio.livestream} stale={studio.stale} />
        ) : (
          <StudioShell fixed={studio.stage.name !== "preparing"}>
            <StudioBar
              studio={studio}
              onInvite={() => setInviting(true)}
              onEncoder={() => setEncoding(true)}
            />
            <StudioMain>
              <StudioFloor
                studio={studio}
                desk={desk}
                scenes={scenes}
                onEncoder={() => setEncoding(true)}
              />
              <StudioPanel studio={studio} desk={desk} me={me} onInvite={() => setInviting(true)} />
            </StudioMain>
            <InviteDialog
              livestream={studio.livestream}
              me={me}
              open={inviting}
              onOpenChange={setInviting}
            />
            <EncoderDialog
              mint={studio.livestream.mint}
              encoders={studio.encoders}
              open={encoding}
              onOpenChange={setEncoding}
            />
          </StudioShell>
        )}
      </RoomContext.Provider>
    </ThemeScope>
  );
}

type StudioShellProps = { fixed: boolean; children: ReactNode };

/**
 * When fixed, it fills the window and long content scrolls inside; otherwise a phone scrolls the
 * whole page.
 */
function StudioShell({ fixed, children }: StudioShellProps) {
  const shell = useRef<HTMLDivElement>(null);
  useVisibleHeight(shell);
  const height = "h-[var(--visible-height,100dvh)]";
  return (
    <div
      ref={shell}
      className={classNames(
        "flex flex-col",
        fixed ? height : "min-h-dvh beside:min-h-0 beside:h-[var(--visible-height,100dvh)]",
      )}
    >
      {children}
    </div>
  );
}

/** The picture area above or beside the panel. In a wide window the panel's edge can be dragged. */
function StudioMain({ children }: { children: ReactNode }) {
  const t = useTranslations("studio");
  const panel = usePanelWidth("studio.panel");
  return (
    <main
      id="main"
      tabIndex={-1}
      style={{ "--panel-width": `${panel.rem}rem` } as CSSProperties}
      className="relative flex min-h-0 flex-1 flex-col beside:grid beside:grid-cols-[minmax(0,1fr)_20rem] beside:lg:grid-cols-[minmax(0,1fr)_min(var(--panel-width),50vw)]"
    >
      {children}
      <PanelEdge label={t("panel")} panel={panel} className="beside:lg:block" />
    </main>
  );
}

type StudioFloorProps = {
  studio: StudioOf;
  desk: LookDesk;
  scenes: SceneDesk;
  onEncoder: () => void;
};

/**
 * The preview before the show, then the picture. On phones the controls are at the lower edge,
 * within reach of the thumb.
 */
function StudioFloor({ studio, desk, scenes, onEncoder }: StudioFloorProps) {
  const roomy = useRoomyWindow();
  if (studio.stage.name === "preparing") {
    return (
      <StudioPreparation
        studio={studio}
        scenes={scenes}
        problem={studio.stage.problem}
        onEncoder={onEncoder}
      />
    );
  }
  return (
    <div className="contents beside:flex beside:min-h-0 beside:min-w-0 beside:flex-col">
      <div className="flex min-h-0 flex-col stacked:min-h-24 stacked:shrink-[4] stacked:basis-[min(56.25vw,38dvh)] beside:flex-1">
        <StudioPicture studio={studio} desk={desk} scenes={scenes} />
      </div>
      <BackstageDesk studio={studio} />
      <div className="shrink-0 border-t border-line bg-canvas stacked:order-last stacked:pb-safe">
        {connectedRoom(studio) ? (
          <>
            {roomy ? <StageStrip desk={desk} /> : null}
            <SceneBar desk={scenes} />
          </>
        ) : null}
        <StudioControls studio={studio} desk={desk} scenes={scenes} />
      </div>
    </div>
  );
}

/**
 * Also shown after a reload, when nobody has pressed anything: the camera turns on automatically.
 */
function useOnAirToast(onAir: boolean) {
  const t = useTranslations("studio");
  useEffect(() => {
    if (onAir) toast.done(t("picture.on-air-toast"), { id: "on-air" });
  }, [onAir, t]);
}
