"use client";

import { RoomContext } from "@livekit/components-react";
import { useTranslations } from "next-intl";
import { DeviceChoices, DevicePreview } from "@/components/devices/device-preview";
import { BackstageCompany } from "@/components/join/backstage-company";
import { GuestChatTabs, useGuestChats } from "@/components/join/guest-chats";
import { HostMessage } from "@/components/join/host-message";
import { LinkLost } from "@/components/join/link-lost";
import { ShowBar } from "@/components/join/show-bar";
import { Programme } from "@/components/stage/programme";
import { StageAudio } from "@/components/stage/stage-audio";
import { Button } from "@/components/ui/button";
import type { GuestState } from "@/lib/client/join/join-model";
import type { Join } from "@/lib/client/join/use-join";

type JoinBackstageProps = { join: Join; visit: GuestState };

/** Admitted but not on stage: the show, the others backstage, a self-preview, and the backstage chat. */
export function JoinBackstage({ join, visit }: JoinBackstageProps) {
  const { show } = join;
  const chats = useGuestChats(join, visit, { open: true, first: "backstage" });
  return (
    <main id="main" tabIndex={-1} className="flex min-h-dvh flex-col lg:h-dvh">
      <ShowBar title={visit.livestream.title} show={show} />
      <div className="flex min-h-0 flex-1 flex-col lg:flex-row">
        <div className="flex min-w-0 flex-col lg:flex-1">
          <ShowFromBehind join={join} visit={visit} />
          <BackstageLine join={join} guest={visit.guest} />
        </div>
        <BackstageDesk preview={join.preview}>
          <GuestChatTabs chats={chats} slowModeSeconds={show.slowModeSeconds} />
        </BackstageDesk>
      </div>
    </main>
  );
}

function ShowFromBehind({ join, visit }: JoinBackstageProps) {
  const t = useTranslations("join.backstage");
  const { room, show, link, moved, retry } = join;
  return (
    <div className="relative aspect-video bg-letterbox lg:aspect-auto lg:min-h-0 lg:flex-1">
      {room ? (
        <RoomContext.Provider value={room}>
          <Programme
            show={{ ...visit.livestream, brand: show.brand }}
            look={show.look}
            empty={
              <p className="grid size-full place-items-center px-4 text-center text-scrim-ink">
                {t(show.onAir ? "nobody" : "before")}
              </p>
            }
          />
          <StageAudio crew />
        </RoomContext.Provider>
      ) : null}
      {link === "lost" && !moved ? <LinkLost onRetry={retry} /> : null}
    </div>
  );
}

function BackstageLine({ join, guest }: { join: Join; guest: GuestState["guest"] }) {
  const t = useTranslations("join");
  const { moved, leave, room, backstage } = join;
  return (
    <div className="flex flex-col gap-3 border-line px-safe-4 py-3 max-lg:border-b lg:pb-safe-3">
      <HostMessage text={guest?.message ?? null} />
      <div className="flex items-center justify-between gap-4">
        <div className="min-w-0">
          {moved === "backstage" ? <p className="font-medium">{t("moved.backstage")}</p> : null}
          <p className="font-medium">{t("backstage.here")}</p>
          <p className="text-sm text-ink-soft">
            {t(guest?.place === "stage" && !join.show.onAir ? "backstage.next" : "backstage.watch")}
          </p>
        </div>
        <Button onClick={leave}>{t("leave")}</Button>
      </div>
      <BackstageCompany room={backstage} show={room} />
    </div>
  );
}

type BackstageDeskProps = Pick<Join, "preview"> & { children: React.ReactNode };

function BackstageDesk({ preview, children }: BackstageDeskProps) {
  const t = useTranslations("join.backstage");
  return (
    <aside className="relative flex min-h-0 flex-col lg:w-88 lg:shrink-0 lg:overflow-y-auto lg:border-l lg:border-line">
      <section aria-label={t("preview")} className="flex flex-col gap-4 p-4">
        <DevicePreview preview={preview} />
        <DeviceChoices preview={preview} />
      </section>
      <div className="h-[26rem] shrink-0 border-t border-line lg:h-auto lg:min-h-80 lg:flex-1 lg:shrink">
        {children}
      </div>
    </aside>
  );
}
