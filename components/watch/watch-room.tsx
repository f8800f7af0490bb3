"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type CSSProperties, useRef, useState } from "react";
import { ChatPanel, type ChatReader } from "@/components/chat/chat-panel";
import { IconButton } from "@/components/ui/icon-button";
import { Link } from "@/components/ui/link";
import { PanelEdge } from "@/components/ui/panel-edge";
import { ThemeScope } from "@/components/ui/theme-scope";
import { Wordmark } from "@/components/ui/wordmark";
import { Player } from "@/components/watch/player";
import { SeatSwitch } from "@/components/watch/seat-switch";
import { ShowLine } from "@/components/watch/show-line";
import { ViewerStageBar } from "@/components/watch/viewer-stage-bar";
import { WatchClosed } from "@/components/watch/watch-closed";
import { useSessionEnd } from "@/lib/client/accounts/use-session-end";
import { useInstallation } from "@/lib/client/browser/installation";
import { usePanelWidth } from "@/lib/client/browser/use-panel-width";
import { useRemembered } from "@/lib/client/browser/use-remembered";
import { useVisibleHeight } from "@/lib/client/browser/use-visible-height";
import { useChat } from "@/lib/client/chat/use-chat";
import { useMutes } from "@/lib/client/chat/use-mutes";
import { useReports } from "@/lib/client/chat/use-reports";
import { useUnread } from "@/lib/client/chat/use-unread";
import { useLowWindow, useUprightWindow, useWideWindow } from "@/lib/client/devices/use-media";
import { fillsFrom, theatreFrom } from "@/lib/client/player/player-choices";
import { useStageBrand } from "@/lib/client/room/use-stage-look";
import { useViewerStage } from "@/lib/client/watch/use-viewer-stage";
import { useWatching } from "@/lib/client/watch/use-watching";
import { isClosed } from "@/lib/client/watch/watch-state";
import type { Livestream } from "@/lib/contracts/livestreams";
import type { RoomToken } from "@/lib/contracts/tokens";
import { may, type Role } from "@/lib/grants/capabilities";
import type { OpenVisit } from "@/lib/watch-document";
import { isolated } from "@/lib/words/isolated";
import styles from "./watch-room.module.css";

type WatchRoomProps = {
  livestream: Livestream;
  /**
   * A hidden viewer's pass, delivered with the page, so that the picture needs no second request.
   */
  pass: RoomToken | null;
  /** Null for anonymous viewers. */
  me: OpenVisit["me"];
};

const readerOf = ({ id, name }: NonNullable<OpenVisit["me"]>, role: Role): ChatReader => ({
  kind: "account",
  subject: id,
  name,
  role,
});

/** The whole watch page, from before the show to its end. */
export function WatchRoom({ livestream: opening, pass, me }: WatchRoomProps) {
  const t = useTranslations("watch");
  const ui = useTranslations("ui");
  const site = useInstallation();
  const watching = useWatching({ livestream: opening, pass }, me?.role ?? null);
  const { livestream, scene, room, phase, role, move, retry } = watching;
  const brand = useStageBrand(room, livestream.brand);
  const stage = useViewerStage(watching);
  const [chatOpen, setChatOpen] = useState(false);
  const [theatre, setTheatre] = useRemembered("watch.theatre", theatreFrom);
  const [wantsFilled, setWantsFilled] = useRemembered("watch.fills", fillsFrom);
  const upright = useUprightWindow();
  const fills = upright && wantsFilled;
  const panel = usePanelWidth("watch.panel");
  const page = useRef<HTMLDivElement>(null);
  useVisibleHeight(page);
  const chat = useChat(livestream.mint, room);
  const [low, wide] = [useLowWindow(), useWideWindow()];
  const chatSlidesOver = low || fills || (wide && theatre);
  const unread = useUnread(chat, me?.id ?? null, chatOpen || !chatSlidesOver);
  const mutes = useMutes(livestream.mint, may(role, "mute"));
  const reports = useReports(livestream.mint, role, watching.reported);

  const asksForSession = useSessionEnd(scene.name === "removed" && me !== null);
  if (asksForSession) return null;
  if (isClosed(scene)) {
    return (
      <WatchClosed because={scene.name} signIn={scene.name === "gone" && !me} onRetry={retry} />
    );
  }
  return (
    <ThemeScope theme="dark" page>
      <main
        id="main"
        ref={page}
        tabIndex={-1}
        data-chat={chatOpen ? "open" : "closed"}
        data-theatre={theatre || undefined}
        data-fills={fills || undefined}
        style={{ "--panel-width": `${panel.rem}rem` } as CSSProperties}
        className={styles.room}
      >
        <div className={styles.picture}>
          <Player
            watching={watching}
            frame={{
              theatre,
              onStage: stage.onStage,
              ...(upright && { fills, onToggleFills: () => setWantsFilled(!fills) }),
              unread,
              onToggleTheatre: () => setTheatre(!theatre),
              onToggleChat: () => setChatOpen(!chatOpen),
              chatToggleClassName: styles.chatToggle,
              theatreToggleClassName: styles.theatreToggle,
            }}
            onWrite={() => write(page.current, setChatOpen)}
          />
        </div>
        <div className={styles.stage}>
          <ViewerStageBar room={room} stage={stage} />
        </div>
        <div className={styles.line}>
          <ShowLine livestream={{ ...livestream, brand }} role={role}>
            {scene.name === "live" && !stage.onStage ? (
              <SeatSwitch
                scene={scene}
                name={me?.name ?? null}
                connected={phase === "connected"}
                onMove={move}
              />
            ) : null}
          </ShowLine>
        </div>
        <PanelEdge label={t("panel")} panel={panel} className={styles.edge} />
        <div
          className={`${styles.chat} flex flex-col border-line bg-canvas max-lg:border-t lg:border-l`}
        >
          <Link
            href="/"
            aria-label={ui("home", { name: isolated(site.name) })}
            className="flex h-14 shrink-0 items-center border-b border-line px-4 focus-visible:-outline-offset-2 max-lg:hidden"
          >
            <Wordmark />
          </Link>
          <div className={`${styles.chatToggle} justify-end border-b border-line`}>
            <IconButton
              label={t("close-chat")}
              tooltipSide="bottom"
              icon={<X aria-hidden="true" />}
              onClick={() => setChatOpen(false)}
            />
          </div>
          <div className="min-h-0 flex-1">
            <ChatPanel
              chat={chat}
              me={me && readerOf(me, role ?? "anyone")}
              closed={scene.name === "ended"}
              rules={livestream}
              mutes={mutes}
              reports={reports}
            />
          </div>
        </div>
      </main>
    </ThemeScope>
  );
}

/** Opens the chat and focuses the message field. */
function write(page: HTMLElement | null, setChatOpen: (open: boolean) => void): void {
  setChatOpen(true);
  // Deferred until a chat that was hidden is visible and can be focused.
  setTimeout(() => page?.querySelector<HTMLElement>("form textarea")?.focus());
}
