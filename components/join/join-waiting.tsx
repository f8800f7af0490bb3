"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DeviceChoices, DevicePreview } from "@/components/devices/device-preview";
import { AskForm } from "@/components/join/ask-form";
import { HostMessage } from "@/components/join/host-message";
import { JoinColumn } from "@/components/join/join-column";
import { ShowMeanwhile } from "@/components/join/show-meanwhile";
import { WaitingNotice } from "@/components/join/waiting-notice";
import { BrandLogo, brandLine } from "@/components/ui/brand-line";
import { NotUpToDate } from "@/components/ui/not-up-to-date";
import { Switch } from "@/components/ui/switch";
import type { GuestState } from "@/lib/client/join/join-model";
import { useGuestPicture } from "@/lib/client/join/use-guest-picture";
import type { Join } from "@/lib/client/join/use-join";
import { isolated } from "@/lib/words/isolated";

type JoinWaitingProps = { join: Join; visit: GuestState; legal: ReactNode };

/** Before the stage: the preview keeps its place while the content below it changes. */
export function JoinWaiting({ join, visit, legal }: JoinWaitingProps) {
  const t = useTranslations("join");
  const { place, room, show, link, moved, preview, askToJoin, leave, retry } = join;
  const { livestream, guest } = visit;
  const picture = useGuestPicture({
    mint: livestream.mint,
    waiting: place.name === "waiting",
    camera: preview.camera.track,
  });
  const asking = place.name === "preview" || place.name === "knocking";
  const mayWatch = place.name === "waiting" && livestream.visibility !== "private" && show.onAir;
  return (
    <JoinColumn>
      <header style={brandLine(show.brand)} className="mb-4 flex items-center gap-3 pt-3">
        <BrandLogo brand={show.brand} />
        <div className="min-w-0">
          <h1 dir="auto" className="in-line text-lg font-semibold wrap-anywhere">
            {livestream.title}
          </h1>
          <p className="text-ink-soft">
            {t("invites", { name: isolated(livestream.creatorName) })}
          </p>
        </div>
      </header>
      <DevicePreview preview={preview} />
      <div className="mt-5">
        {asking ? (
          <AskForm
            place={place}
            knownName={guest?.name}
            to={show.onAir ? (guest?.place ?? "stage") : "backstage"}
            onAsk={askToJoin}
          />
        ) : (
          <>
            <WaitingNotice
              entering={place.name === "entering"}
              moved={moved === "waiting"}
              lost={link === "lost" && !moved}
              since={guest?.knockedAt}
              onLeave={leave}
              onRetry={retry}
            />
            <div className="*:mt-4">
              <HostMessage text={guest?.message ?? null} />
            </div>
          </>
        )}
      </div>
      <NotUpToDate stale={show.stale} className="mt-4 text-ink-soft" />
      {mayWatch && room && link === "steady" ? (
        <ShowMeanwhile room={room} show={{ ...livestream, brand: show.brand }} look={show.look} />
      ) : null}
      <div className="mt-6 flex flex-col gap-2 border-t border-line pt-5">
        <DeviceChoices preview={preview} />
        <Switch
          label={t("picture.label")}
          hint={t("picture.hint")}
          checked={picture.shown}
          onCheckedChange={picture.show}
        />
      </div>
      {asking ? legal : null}
    </JoinColumn>
  );
}
