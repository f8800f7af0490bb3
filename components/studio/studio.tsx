"use client";

import { RoomContext } from "@livekit/components-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { InviteDialog } from "@/components/studio/invite-dialog";
import { StudioBar } from "@/components/studio/studio-bar";
import { StudioEnded } from "@/components/studio/studio-ended";
import { StudioPanel } from "@/components/studio/studio-panel";
import { StudioPicture } from "@/components/studio/studio-picture";
import { StudioPreparation } from "@/components/studio/studio-preparation";
import { ThemeScope } from "@/components/ui/theme-scope";
import { toast } from "@/components/ui/toast";
import { useLeaveWarning } from "@/lib/client/use-leave-warning";
import { type Studio as StudioOf, useStudio } from "@/lib/client/use-studio";
import type { Livestream, Person } from "@/lib/contracts/livestreams";

type StudioProps = { livestream: Livestream; me: Person };

/** Where a host prepares a show, runs it and ends it. */
export function Studio({ livestream, me }: StudioProps) {
  const studio = useStudio(livestream, me);
  const [inviting, setInviting] = useState(false);
  const onAir = studio.stage.name === "on-air";
  useLeaveWarning(onAir || studio.stage.name === "going");
  useOnAirToast(onAir && studio.connection.name === "connected");
  return (
    <ThemeScope theme="dark" page>
      <RoomContext.Provider value={studio.room ?? undefined}>
        {studio.stage.name === "over" ? (
          <StudioEnded livestream={studio.livestream} />
        ) : (
          <div className="flex min-h-dvh flex-col md:h-dvh">
            <StudioBar studio={studio} me={me} onInvite={() => setInviting(true)} />
            <main
              id="main"
              tabIndex={-1}
              className="flex min-h-0 flex-1 flex-col md:grid md:grid-cols-[minmax(0,1fr)_20rem] lg:grid-cols-[minmax(0,1fr)_23rem]"
            >
              <div className="flex min-h-0 min-w-0 flex-col">
                <StudioFloor studio={studio} />
              </div>
              <StudioPanel studio={studio} me={me} onInvite={() => setInviting(true)} />
            </main>
            <InviteDialog
              livestream={studio.livestream}
              me={me}
              open={inviting}
              onOpenChange={setInviting}
            />
          </div>
        )}
      </RoomContext.Provider>
    </ThemeScope>
  );
}

function StudioFloor({ studio }: { studio: StudioOf }) {
  return studio.stage.name === "preparing" ? (
    <StudioPreparation studio={studio} problem={studio.stage.problem} />
  ) : (
    <StudioPicture studio={studio} />
  );
}

/** Also said after a reload, when nobody has pressed anything: the camera is on by itself. */
function useOnAirToast(onAir: boolean) {
  const t = useTranslations("studio");
  useEffect(() => {
    if (onAir) toast.done(t("picture.on-air-toast"), { id: "on-air" });
  }, [onAir, t]);
}
