"use client";

import { useTranslations } from "next-intl";
import { Stage } from "@/components/stage/stage";
import { StageAudio } from "@/components/stage/stage-audio";
import { StageControls } from "@/components/stage/stage-controls";
import { ConnectionNotice } from "@/components/studio/connection-notice";
import { Button } from "@/components/ui/button";
import type { Studio } from "@/lib/client/use-studio";

/** The show as the audience sees it, and what this host does on stage. */
export function StudioPicture({ studio }: { studio: Studio }) {
  const t = useTranslations("studio");
  const { stage, connection } = studio;
  const room = stands(studio) ? studio.room : null;
  return (
    <div className="flex min-h-0 flex-1 flex-col max-md:sticky max-md:top-14 max-md:z-10 max-md:bg-canvas">
      <div className="relative min-h-0 bg-letterbox max-md:aspect-video max-md:max-h-[50dvh] max-md:min-h-44 md:flex-1">
        {room ? (
          <>
            <Stage empty={<StageNote>{t("picture.empty")}</StageNote>} />
            <StageAudio />
          </>
        ) : null}
        {connection.name === "connecting" ? <StageNote>{t("connecting")}</StageNote> : null}
        <div className="pointer-events-none absolute inset-0 grid place-items-center p-4 *:pointer-events-auto *:max-w-lg">
          <ConnectionNotice connection={connection} onAgain={studio.again} />
        </div>
      </div>
      <div className="flex min-h-16 shrink-0 flex-wrap items-center justify-center gap-3 border-t border-line px-safe-2 py-2">
        {stage.name === "backstage" ? <Backstage onPrepare={studio.prepare} /> : null}
        {stage.name !== "backstage" && room ? (
          <StageControls canShareScreen>
            {/* A creator's place in a live show is the stage; a reload brings them back there. */}
            {stage.name === "on-air" && !studio.isCreator ? (
              <Button variant="quiet" onClick={studio.stepBack}>
                {t("picture.leave")}
              </Button>
            ) : null}
          </StageControls>
        ) : null}
      </div>
    </div>
  );
}

/** A room that is gone would show people who are not there, and buttons that do nothing. */
const stands = ({ connection }: Studio) =>
  connection.name === "connected" || connection.name === "reconnecting";

function StageNote({ children }: { children: string }) {
  return (
    <p className="grid size-full place-items-center px-4 text-center text-scrim-ink">{children}</p>
  );
}

function Backstage({ onPrepare }: { onPrepare: () => void }) {
  const t = useTranslations("studio");
  return (
    <>
      <p className="text-ink-soft">{t("picture.backstage")}</p>
      <Button variant="primary" onClick={onPrepare}>
        {t("picture.go")}
      </Button>
    </>
  );
}
