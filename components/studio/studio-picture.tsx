"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Programme } from "@/components/stage/programme";
import { StageAudio } from "@/components/stage/stage-audio";
import { ConnectionNotice } from "@/components/studio/connection-notice";
import { classNames } from "@/components/ui/class-names";
import type { LookDesk } from "@/lib/client/stage/use-look-draft";
import { lookWith } from "@/lib/client/studio/scenes";
import type { SceneDesk } from "@/lib/client/studio/use-scene-desk";
import type { Studio } from "@/lib/client/studio/use-studio";

type StudioPictureProps = { studio: Studio; desk: LookDesk; scenes: SceneDesk };

/** The show as the audience sees it, and the scene that is next, if there is one. */
export function StudioPicture({ studio, desk, scenes }: StudioPictureProps) {
  const t = useTranslations("studio");
  const { livestream } = studio;
  const { look } = desk;
  const empty = <StageNote>{t("picture.empty")}</StageNote>;
  return (
    <div className="relative flex min-h-0 flex-1 bg-letterbox stacked:flex-col">
      {connectedRoom(studio) ? (
        <>
          {scenes.next ? (
            <Monitor label={t("picture.next")} tone="next">
              <Programme
                show={livestream}
                preview={t("picture.next")}
                drafted={lookWith(scenes.next, look)}
                empty={empty}
              />
            </Monitor>
          ) : null}
          <Monitor label={scenes.next ? t("picture.on-air") : null} tone="on-air">
            <Programme show={livestream} drafted={look} empty={empty} />
          </Monitor>
          <StageAudio crew />
        </>
      ) : null}
      {studio.connection.name === "connecting" ? <StageNote>{t("connecting")}</StageNote> : null}
      <div className="pointer-events-none absolute inset-0 grid place-items-center p-4 *:pointer-events-auto *:max-w-lg">
        <ConnectionNotice connection={studio.connection} onAgain={studio.again} />
      </div>
    </div>
  );
}

type MonitorProps = { label: string | null; tone: "next" | "on-air"; children: ReactNode };

/** One of two pictures says which it is; a single one is the show. */
function Monitor({ label, tone, children }: MonitorProps) {
  if (label === null) return <div className="min-h-0 min-w-0 flex-1">{children}</div>;
  return (
    <div
      data-next={tone === "next" ? "" : undefined}
      className={classNames(
        "flex min-h-0 min-w-0 flex-1 flex-col border-2",
        tone === "next" ? "border-go" : "border-tally",
      )}
    >
      <p
        aria-hidden="true"
        className={classNames(
          "px-2 py-0.5 text-sm font-medium",
          tone === "next" ? "text-ink" : "text-tally-text",
        )}
      >
        {label}
      </p>
      <div className="min-h-0 flex-1">{children}</div>
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
