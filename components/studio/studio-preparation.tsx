"use client";

import { RadioTower } from "lucide-react";
import { useTranslations } from "next-intl";
import { startTransition, useState } from "react";
import { DeviceChoices, DevicePreview } from "@/components/devices/device-preview";
import { LineVerdict } from "@/components/preflight/line-verdict";
import { BackstageDesk } from "@/components/studio/backstage-desk";
import { ConnectionNotice } from "@/components/studio/connection-notice";
import { EncoderReady } from "@/components/studio/encoders/encoder-ready";
import { SpeakerTest } from "@/components/studio/speaker-test";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Notice } from "@/components/ui/notice";
import { Switch } from "@/components/ui/switch";
import { useHydrated } from "@/lib/client/browser/use-hydrated";
import { useOrigin } from "@/lib/client/browser/use-origin";
import { watchPath } from "@/lib/client/livestreams/livestream-paths";
import { useLineCheck } from "@/lib/client/preflight/use-line-check";
import type { Failure } from "@/lib/client/studio/studio-state";
import type { SceneDesk } from "@/lib/client/studio/use-scene-desk";
import type { Studio } from "@/lib/client/studio/use-studio";
import { may } from "@/lib/grants/capabilities";

type StudioPreparationProps = {
  studio: Studio;
  scenes: SceneDesk;
  problem: Failure | null;
  onEncoder: () => void;
};

/** Before the host is visible: their own picture, and the button to go live or join. */
export function StudioPreparation(props: StudioPreparationProps) {
  const { studio, scenes, problem, onEncoder } = props;
  const t = useTranslations("studio");
  const obs = useTranslations("stream-keys");
  const { livestream, preview, own, stepBack } = studio;
  const { live, going, go } = useGoButton(studio);
  const hydrated = useHydrated();
  const address = useOrigin() + watchPath(livestream.mint);
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-safe-4 py-4 sm:py-6">
      <div className="mx-auto flex max-w-2xl flex-col gap-5">
        <ConnectionNotice connection={studio.connection} onAgain={studio.again} />
        {own.instead ? <EncoderReady livestream={livestream} room={studio.room} own={own} /> : null}
        {own.wanted ? <DevicePreview preview={preview} /> : null}
        <BackstageDesk studio={studio} />
        {problem ? (
          <Notice tone="problem" title={t("preparation.not-on-air")}>
            {problem.said ?? t("preparation.failed")}
          </Notice>
        ) : null}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <Button
            variant="primary"
            size="lg"
            disabled={!hydrated}
            pending={going}
            onClick={go}
            className="max-sm:w-full"
          >
            {t(
              live
                ? may(studio.role, "run-from-backstage")
                  ? "preparation.go-on-air"
                  : "preparation.go-back-on-air"
                : "preparation.go-live",
            )}
          </Button>
          {live ? (
            <Button size="lg" onClick={stepBack} className="max-sm:w-full">
              {t("preparation.back")}
            </Button>
          ) : null}
          <p className="min-w-0 flex-1 basis-52 text-sm text-ink-soft">
            {own.wanted ? t(`preparation.hint.${hintOf(studio)}`) : obs("ready.hint")}
          </p>
        </div>
        {live ? null : (
          <Switch
            label={t("preparation.starting")}
            hint={t("preparation.starting-hint")}
            checked={scenes.onAir === "starting"}
            onCheckedChange={scenes.beginWith}
          />
        )}
        {own.wanted ? (
          <>
            <DeviceChoices preview={preview} />
            <SpeakerTest opened={preview.microphone.track} />
            <OwnLine studio={studio} />
          </>
        ) : null}
        {may(studio.role, "manage-stream-keys") ? (
          <Button onClick={onEncoder} className="self-start max-sm:w-full">
            <RadioTower aria-hidden="true" />
            {obs("title")}
          </Button>
        ) : null}
        {live ? null : (
          <CopyField
            label={t("preparation.viewer-link")}
            value={address}
            hint={t("preparation.viewer-hint")}
          />
        )}
      </div>
    </div>
  );
}

/** Keeps the button's label from the press until the show is live. */
function useGoButton({ livestream, go }: Studio) {
  const [pressed, setPressed] = useState<{ live: boolean } | null>(null);
  const live = pressed?.live ?? livestream.status === "live";
  return {
    live,
    going: pressed !== null,
    async go() {
      setPressed({ live });
      await go();
      startTransition(() => setPressed(null));
    },
  };
}

/** The connection check for this browser's own picture: an encoder has its own connection. */
function OwnLine({ studio: { livestream, preview } }: { studio: Studio }) {
  return <LineVerdict line={useLineCheck(livestream.mint, preview)} />;
}

function hintOf({ livestream, preview: { camera, microphone } }: Studio) {
  const seen = camera.on && !camera.problem;
  const heard = microphone.on && !microphone.problem;
  if (!seen && !heard) return "neither";
  if (!heard) return "no-microphone";
  if (!seen) return "no-camera";
  return livestream.status === "live" ? "live" : "before";
}
