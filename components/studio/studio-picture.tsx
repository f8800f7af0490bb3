"use client";

import { useTranslations } from "next-intl";
import { Stage } from "@/components/stage/stage";
import { StageAudio } from "@/components/stage/stage-audio";
import { ConnectionNotice } from "@/components/studio/connection-notice";
import type { LookDesk } from "@/lib/client/stage/use-look-draft";
import type { Studio } from "@/lib/client/studio/use-studio";

/** The show as the audience sees it. */
export function StudioPicture({ studio, desk }: { studio: Studio; desk: LookDesk }) {
  const t = useTranslations("studio");
  return (
    <div className="relative min-h-0 flex-1 bg-letterbox">
      {connectedRoom(studio) ? (
        <>
          <Stage drafted={desk.look} empty={<StageNote>{t("picture.empty")}</StageNote>} />
          <StageAudio />
        </>
      ) : null}
      {studio.connection.name === "connecting" ? <StageNote>{t("connecting")}</StageNote> : null}
      <div className="pointer-events-none absolute inset-0 grid place-items-center p-4 *:pointer-events-auto *:max-w-lg">
        <ConnectionNotice connection={studio.connection} onAgain={studio.again} />
      </div>
    </div>
  );
}

/**
 * Null while disconnected: a closed room would show people who are gone, and buttons that do
 * nothing.
 */
export const connectedRoom = ({ connection, room }: Studio) =>
  connection.name === "connected" || connection.name === "reconnecting" ? room : null;

function StageNote({ children }: { children: string }) {
  return (
    <p className="grid size-full place-items-center px-4 text-center text-scrim-ink">{children}</p>
  );
}
