"use client";

import { DevicePreview } from "@/components/devices/device-preview";
import { watchPath } from "@/components/livestreams/livestream-paths";
import { ConnectionNotice } from "@/components/studio/connection-notice";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Notice } from "@/components/ui/notice";
import { useOrigin } from "@/lib/client/use-origin";
import type { Studio } from "@/lib/client/use-studio";

type StudioPreparationProps = { studio: Studio; problem: string | null };

/** Before the host is seen: the own picture, and the one button that changes that. */
export function StudioPreparation({ studio, problem }: StudioPreparationProps) {
  const { livestream, preview, go, stepBack } = studio;
  const live = livestream.status === "live";
  const address = useOrigin() + watchPath(livestream.mint);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-safe-4 py-4 sm:py-6">
      <div className="mx-auto flex max-w-2xl flex-col gap-5">
        <ConnectionNotice connection={studio.connection} onAgain={studio.again} />
        <DevicePreview preview={preview} />
        {problem ? (
          <Notice tone="problem" title="You are not on air">
            {problem}
          </Notice>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <Button variant="primary" size="lg" onClick={go} className="max-sm:w-full">
            {live ? "Go on air" : "Go live"}
          </Button>
          {live ? (
            <Button size="lg" onClick={stepBack} className="max-sm:w-full">
              Back
            </Button>
          ) : null}
          <p className="min-w-0 flex-1 basis-52 text-sm text-ink-soft">{hint(studio)}</p>
        </div>
        {live ? null : (
          <CopyField
            label="Viewer link"
            value={address}
            hint="Send it ahead: the page waits for the show and starts by itself."
          />
        )}
      </div>
    </div>
  );
}

function hint({ livestream, preview: { camera, microphone } }: Studio): string {
  const seen = camera.on && !camera.problem;
  const heard = microphone.on && !microphone.problem;
  if (!seen && !heard) return "Camera and microphone are off: you begin without picture and sound.";
  if (!heard) return "Your microphone is off: nobody will hear you.";
  if (!seen) return "Your camera is off: you begin with sound alone.";
  return livestream.status === "live"
    ? "The show is on. Nobody sees or hears you yet."
    : "Nobody sees or hears you yet.";
}
