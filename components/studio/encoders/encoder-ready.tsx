"use client";

import { VideoTrack } from "@livekit/components-react";
import type { Room } from "livekit-client";
import { useTranslations } from "next-intl";
import { Switch } from "@/components/ui/switch";
import { useEncoderPicture } from "@/lib/client/room/use-encoders";
import type { OwnDevices } from "@/lib/client/studio/use-own-devices";
import type { Livestream } from "@/lib/contracts/livestreams";

type EncoderReadyProps = {
  livestream: Livestream;
  room: Room | null;
  own: OwnDevices;
};

/** The encoder's picture, who can see it, and whether this browser sends as well. */
export function EncoderReady({ livestream: { status }, room, own }: EncoderReadyProps) {
  const t = useTranslations("stream-keys.ready");
  return (
    <section aria-labelledby="encoder-ready" className="flex min-w-0 flex-col gap-3">
      {own.wanted ? null : (
        <div className="relative aspect-video w-full overflow-hidden rounded bg-letterbox">
          {room ? <EncoderPicture /> : null}
        </div>
      )}
      <div>
        <h2 id="encoder-ready" role="status" className="font-semibold">
          {t("title")}
        </h2>
        <p className="text-ink-soft">
          {status === "live" ? t("on-air") : t("off-air")} {t("unheard")}
        </p>
      </div>
      <Switch label={t("own")} checked={own.wanted} onCheckedChange={own.choose} />
    </section>
  );
}

function EncoderPicture() {
  const t = useTranslations("stream-keys.ready");
  const picture = useEncoderPicture();
  if (!picture) {
    return (
      <p className="grid size-full place-items-center px-4 text-center text-scrim-ink">
        {t("no-picture")}
      </p>
    );
  }
  return (
    <VideoTrack
      trackRef={picture}
      aria-label={t("picture")}
      playsInline
      muted
      className="size-full object-contain"
    />
  );
}
