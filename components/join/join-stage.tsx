"use client";

import { RoomContext } from "@livekit/components-react";
import { LogOut, MessageSquare } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ChatPanel } from "@/components/chat/chat-panel";
import { LinkLost } from "@/components/join/link-lost";
import { Stage } from "@/components/stage/stage";
import { StageAudio } from "@/components/stage/stage-audio";
import { StageControls } from "@/components/stage/stage-controls";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Count } from "@/components/ui/count";
import { Dialog } from "@/components/ui/dialog";
import { Elapsed } from "@/components/ui/elapsed";
import { IconButton } from "@/components/ui/icon-button";
import { Tally } from "@/components/ui/tally";
import type { Visit } from "@/lib/client/join-model";
import type { Join } from "@/lib/client/use-join";
import { type JoinedShow, useJoinedShow } from "@/lib/client/use-joined-show";
import { useWideWindow } from "@/lib/client/use-wide-window";

type JoinStageProps = { join: Join; visit: Visit };

/** On stage: the picture as large as the window allows, the chat beside it or behind a button. */
export function JoinStage({ join, visit }: JoinStageProps) {
  const { room, link, leave, retry } = join;
  const show = useJoinedShow(visit);
  const wide = useWideWindow();
  const chat = <GuestChat join={join} visit={visit} slowModeSeconds={show.slowModeSeconds} />;
  return (
    <main id="main" tabIndex={-1} className="flex h-dvh flex-col">
      <StageBar title={visit.livestream.title} show={show} />
      <div className="flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          <div className="relative min-h-0 flex-1 bg-letterbox">
            {room ? (
              <RoomContext.Provider value={room}>
                <Stage />
                <StageAudio />
              </RoomContext.Provider>
            ) : null}
            {link === "lost" ? <LinkLost onRetry={retry} /> : null}
          </div>
          <div className="flex items-center justify-center gap-2 px-safe-3 pt-3 pb-safe-3">
            {room ? (
              <RoomContext.Provider value={room}>
                <StageControls canShareScreen>
                  {wide ? null : <ChatSheet>{chat}</ChatSheet>}
                  <LeaveStage onLeave={leave} />
                </StageControls>
              </RoomContext.Provider>
            ) : (
              <LeaveStage onLeave={leave} />
            )}
          </div>
        </div>
        {wide ? <aside className="w-88 shrink-0 border-l border-line">{chat}</aside> : null}
      </div>
    </main>
  );
}

function StageBar({ title, show }: { title: string; show: JoinedShow }) {
  const t = useTranslations("join");
  const { onAir, startedAt, watching } = show;
  return (
    <header className="flex min-h-14 items-center gap-x-5 border-b border-line px-safe-4 pt-safe">
      <Tally on={onAir}>
        {t(onAir ? "on-air" : "off-air")}{" "}
        {onAir && startedAt ? <Elapsed since={startedAt} /> : null}
      </Tally>
      {onAir && watching !== null ? (
        <Count
          value={watching}
          unit={t("watching", { count: watching })}
          className="text-ink-soft max-sm:hidden"
        />
      ) : null}
      <h1 className="min-w-0 flex-1 truncate font-medium">{title}</h1>
    </header>
  );
}

type GuestChatProps = JoinStageProps & { slowModeSeconds: number };

function GuestChat({ join, visit, slowModeSeconds }: GuestChatProps) {
  const { guest, livestream } = visit;
  const { room } = join;
  const subject = guest?.identity ?? room?.localParticipant.identity;
  const me = subject
    ? { kind: "guest" as const, subject, name: guest?.name ?? "", isHost: false }
    : null;
  return (
    <ChatPanel
      mint={livestream.mint}
      room={room}
      me={me}
      closed={false}
      slowModeSeconds={slowModeSeconds}
      mutes={null}
    />
  );
}

function ChatSheet({ children }: { children: ReactNode }) {
  const t = useTranslations("join");
  return (
    <Dialog
      title={t("chat")}
      trigger={<IconButton variant="filled" label={t("open-chat")} icon={<MessageSquare />} />}
    >
      <div className="-mx-5 -mt-3 -mb-5 h-[70dvh]">{children}</div>
    </Dialog>
  );
}

function LeaveStage({ onLeave }: { onLeave: () => void }) {
  const t = useTranslations("join");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <LogOut aria-hidden="true" className="max-sm:hidden" />
        {t("leave")}
      </Button>
      <ConfirmDialog
        open={open}
        onOpenChange={setOpen}
        title={t("leave-stage.title")}
        consequence={t("leave-stage.consequence")}
        verb={t("leave-stage.verb")}
        cancelLabel={t("leave-stage.cancel")}
        onConfirm={onLeave}
      />
    </>
  );
}
