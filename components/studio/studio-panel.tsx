"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChatPanel } from "@/components/chat/chat-panel";
import { StageStrip } from "@/components/studio/lazy-stage-strip";
import { KnockSettings } from "@/components/studio/people/knock-settings";
import { PeoplePanel } from "@/components/studio/people/people-panel";
import { WaitingPanel } from "@/components/studio/people/waiting-panel";
import { classNames } from "@/components/ui/class-names";
import { NotUpToDate } from "@/components/ui/not-up-to-date";
import { Notice } from "@/components/ui/notice";
import { type TabItem, TabPanel, Tabs } from "@/components/ui/tabs";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { type Chat, type ChatChannel, useChat } from "@/lib/client/chat/use-chat";
import { backstageRules } from "@/lib/client/chat/use-chat-rules";
import { type Mutes, useMutes } from "@/lib/client/chat/use-mutes";
import { type Reports, useReports } from "@/lib/client/chat/use-reports";
import { useUnread } from "@/lib/client/chat/use-unread";
import { useRoomyWindow } from "@/lib/client/devices/use-media";
import type { LookDesk } from "@/lib/client/stage/use-look-draft";
import type { Studio } from "@/lib/client/studio/use-studio";
import { decideWithToast } from "@/lib/client/waiting-room/decide-with-toast";
import { useKnockAlert } from "@/lib/client/waiting-room/use-knock-alert";
import { useKnockDesk } from "@/lib/client/waiting-room/use-knock-desk";
import { isOver } from "@/lib/contracts/common/livestream-status";
import type { Person } from "@/lib/contracts/livestreams";
import { may } from "@/lib/grants/capabilities";

type StudioPanelProps = { studio: Studio; desk: LookDesk; me: Person; onInvite: () => void };

export function StudioPanel({ studio, desk, me, onInvite }: StudioPanelProps) {
  const t = useTranslations("studio");
  const { livestream, room, waiting } = studio;
  const [tab, setTab] = useState("waiting");
  const mutes = useMutes(livestream.mint, may(studio.role, "mute"));
  const reports = useReports(livestream.mint, studio.role, studio.reported);
  const show = useChat(livestream.mint, room);
  const backstage = useChat(livestream.mint, room, "backstage");
  const unread = {
    show: useUnread(show, me.id, tab === "chat"),
    backstage: useUnread(backstage, me.id, tab === "backstage"),
  };
  const knocks = useKnockDesk(waiting, (guest, action) => {
    void decideWithToast(waiting, guest, action === "admit" ? livestream.admitTo : action);
  });
  const { announcement, sound, setSound } = useKnockAlert(waiting);
  const roomy = useRoomyWindow();
  return (
    <aside
      aria-label={t("people.label")}
      className={classNames(
        "flex min-w-0 flex-1 flex-col border-line stacked:border-t beside:min-h-0 beside:border-l",
        studio.stage.name === "preparing" ? "stacked:min-h-96" : "stacked:min-h-0",
      )}
    >
      <p role="status" className="sr-only">
        {announcement}
      </p>
      <NotUpToDate stale={studio.stale} className="border-b border-line bg-fill px-4 py-2" />
      {studio.webhooksSilent ? (
        <Notice title={t("webhooks.title")} className="m-3 shrink-0">
          {t("webhooks.text")}
        </Notice>
      ) : null}
      <Tabs
        label={t("people.label")}
        className="flex-1"
        items={useTabItems(
          waiting.waiting.length,
          unread,
          tab === "chat" ? 0 : (reports?.count ?? 0),
        )}
        value={tab}
        onValueChange={setTab}
      >
        {/* Not a tab stop, because the list inside it is. */}
        <TabPanel value="waiting" tabIndex={-1} className="flex flex-col">
          <WaitingPanel
            mint={livestream.mint}
            waiting={waiting}
            admitTo={livestream.admitTo}
            sound={sound}
            onSound={setSound}
            onInvite={onInvite}
            keys={knocks.keys}
            settings={<KnockSettings {...knocks} livestream={livestream} onSaved={studio.follow} />}
          />
        </TabPanel>
        <TabPanel value="people" className="overflow-y-auto">
          {room ? (
            <>
              {roomy ? null : <StageStrip desk={desk} />}
              <PeoplePanel livestream={livestream} admitted={waiting.admitted} mutes={mutes} />
            </>
          ) : (
            <p className="p-4 text-ink-soft">{t("connecting")}</p>
          )}
        </TabPanel>
        <ChatTabs {...{ studio, desk, me, show, backstage, mutes, reports }} />
      </Tabs>
    </aside>
  );
}

/** Reported messages call for an answer, so they are counted before unread ones. */
function useTabItems(
  waiting: number,
  unread: Record<ChatChannel, number>,
  reported: number,
): TabItem[] {
  const t = useTranslations("studio.people");
  const backstage = useTranslations("backstage");
  return [
    { value: "waiting", label: t("waiting"), count: waiting, countTone: "wait" },
    { value: "people", label: t("people") },
    {
      value: "chat",
      label: t("chat"),
      count: reported || unread.show,
      countTone: reported > 0 ? "wait" : "plain",
    },
    { value: "backstage", label: backstage("tab"), count: unread.backstage, countTone: "wait" },
  ];
}

type ChatTabsProps = Pick<StudioPanelProps, "studio" | "desk" | "me"> & {
  show: Chat;
  backstage: Chat;
  mutes: Mutes | null;
  reports: Reports | null;
};

/** The public chat and the backstage chat. */
function ChatTabs({ studio, desk, me, show, backstage, mutes, reports }: ChatTabsProps) {
  const t = useTranslations("stage.layout");
  const screen = {
    seq: desk.look.comment?.seq ?? null,
    show: (comment: number | null) =>
      void runWithToast(() => desk.change({ comment }), { failed: t("failed"), id: "look" }),
  };
  const { livestream } = studio;
  const reader = { kind: "account", subject: me.id, name: me.name, role: studio.role } as const;
  const closed = isOver(livestream.status);
  const height =
    studio.stage.name === "preparing" ? "stacked:h-[28rem] stacked:flex-none" : undefined;
  return (
    <>
      <TabPanel value="chat" keep className={height}>
        <ChatPanel
          chat={show}
          me={reader}
          closed={closed}
          rules={livestream}
          mutes={mutes}
          reports={reports}
          screen={screen}
        />
      </TabPanel>
      <TabPanel value="backstage" keep className={height}>
        <ChatPanel
          chat={backstage}
          channel="backstage"
          me={reader}
          closed={closed}
          rules={backstageRules}
          mutes={null}
        />
      </TabPanel>
    </>
  );
}
