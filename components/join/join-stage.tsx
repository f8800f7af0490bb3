"use client";

import { RoomContext } from "@livekit/components-react";
import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ChatIcon } from "@/components/chat/chat-icon";
import { DeviceToggles } from "@/components/devices/device-toggles";
import { Countdown } from "@/components/join/countdown";
import { GuestChatTabs, useGuestChats } from "@/components/join/guest-chats";
import { LinkLost } from "@/components/join/link-lost";
import { ShowBar } from "@/components/join/show-bar";
import { useKeptFocus } from "@/components/join/use-kept-focus";
import { DeviceRequestNotice } from "@/components/stage/device-request-notice";
import { LeaveGuard } from "@/components/stage/leave-guard";
import { Programme } from "@/components/stage/programme";
import { StageAudio } from "@/components/stage/stage-audio";
import { StageControls } from "@/components/stage/stage-controls";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { useWideWindow } from "@/lib/client/devices/use-media";
import type { GuestState } from "@/lib/client/join/join-model";
import type { Join } from "@/lib/client/join/use-join";

type JoinStageProps = {
  join: Join;
  visit: GuestState;
  /** Seconds until viewers see and hear the guest. */
  startsIn: number;
};

/** On stage: the picture as large as the window allows, the chat beside it or behind a button. */
export function JoinStage({ join, visit, startsIn }: JoinStageProps) {
  const { room, show, link, preview, leave, retry } = join;
  const wide = useWideWindow();
  const [sheet, setSheet] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const bar = useKeptFocus();
  // In a wide window the chat is open anyway; a tablet turned back to portrait shows the stage.
  if (wide && sheet) setSheet(false);
  const chats = useGuestChats(join, visit, { open: wide || sheet, first: "show" });
  const unread = chats.unread.show + chats.unread.backstage;
  const chat = <GuestChatTabs chats={chats} slowModeSeconds={show.slowModeSeconds} />;
  return (
    <main id="main" tabIndex={-1} className="flex h-dvh flex-col">
      <LeaveGuard active from="stage" onNowhere={leave} />
      <ShowBar title={visit.livestream.title} show={show} seen={startsIn === 0} />
      <div className="flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          <div className="relative min-h-0 flex-1 bg-letterbox">
            {room ? (
              <RoomContext.Provider value={room}>
                <Programme show={{ ...visit.livestream, brand: show.brand }} look={show.look} />
                <StageAudio crew />
              </RoomContext.Provider>
            ) : null}
            {startsIn > 0 ? <Countdown seconds={startsIn} /> : null}
            {link === "lost" ? <LinkLost onRetry={retry} /> : null}
          </div>
          <div
            {...bar}
            className="flex flex-col items-center justify-center gap-3 px-safe-3 pt-3 pb-safe-3"
          >
            {room && startsIn === 0 ? (
              <RoomContext.Provider value={room}>
                <DeviceRequestNotice />
                <StageControls canShareScreen keys>
                  {wide ? null : (
                    <ChatSheet open={sheet} onOpenChange={setSheet} unread={unread}>
                      {chat}
                    </ChatSheet>
                  )}
                  <LeaveButton onClick={() => setLeaving(true)} />
                </StageControls>
              </RoomContext.Provider>
            ) : (
              <div className="flex flex-wrap items-center justify-center gap-2">
                {startsIn > 0 ? <DeviceToggles preview={preview} /> : null}
                <LeaveButton onClick={() => setLeaving(true)} />
              </div>
            )}
          </div>
          {/* Here, because the end of the countdown replaces the buttons. */}
          <LeaveDialog open={leaving} onOpenChange={setLeaving} onLeave={leave} />
        </div>
        {wide ? <aside className="w-88 shrink-0 border-l border-line">{chat}</aside> : null}
      </div>
    </main>
  );
}

type ChatSheetProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  unread: number;
  children: ReactNode;
};

function ChatSheet({ open, onOpenChange, unread, children }: ChatSheetProps) {
  const t = useTranslations("join");
  return (
    <Dialog
      title={t("chat")}
      open={open}
      onOpenChange={onOpenChange}
      trigger={
        <IconButton
          variant="filled"
          label={unread > 0 ? t("open-chat-unread", { count: unread }) : t("open-chat")}
          icon={<ChatIcon unread={unread} />}
        />
      }
    >
      <div className="-mx-5 -mt-3 -mb-5 h-[min(70dvh,calc(100dvh-10rem))]">{children}</div>
    </Dialog>
  );
}

function LeaveButton({ onClick }: { onClick: () => void }) {
  const t = useTranslations("join");
  return (
    <Button onClick={onClick} className="max-sm:px-3">
      <LogOut aria-hidden="true" />
      <span className="max-sm:sr-only">{t("leave")}</span>
    </Button>
  );
}

type LeaveDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onLeave: () => void;
};

function LeaveDialog({ open, onOpenChange, onLeave }: LeaveDialogProps) {
  const t = useTranslations("join");
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t("leave-stage.title")}
      consequence={t("leave-stage.consequence")}
      verb={t("leave-stage.verb")}
      cancelLabel={t("leave-stage.cancel")}
      onConfirm={onLeave}
    />
  );
}
