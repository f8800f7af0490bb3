"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChatPanel, ChatView } from "@/components/chat/chat-panel";
import { PeoplePanel } from "@/components/studio/people-panel";
import { WaitingPanel } from "@/components/studio/waiting-panel";
import { classNames } from "@/components/ui/class-names";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import { useChat } from "@/lib/client/use-chat";
import { useKnockAlert } from "@/lib/client/use-knock-alert";
import { useMutes } from "@/lib/client/use-mutes";
import type { Studio } from "@/lib/client/use-studio";
import { useUnread } from "@/lib/client/use-unread";
import type { Person } from "@/lib/contracts/livestreams";

type StudioPanelProps = { studio: Studio; me: Person; onInvite: () => void };

export function StudioPanel({ studio, me, onInvite }: StudioPanelProps) {
  const t = useTranslations("studio");
  const { livestream, room, waiting } = studio;
  const behind = useTranslations("backstage");
  const [tab, setTab] = useState("waiting");
  const mutes = useMutes(livestream.mint, true);
  const backstage = useChat(livestream.mint, room, "backstage");
  const unread = useUnread(backstage, me.id, tab === "backstage");
  const reader = { kind: "account", subject: me.id, name: me.name, isHost: true } as const;
  const { announcement, sound, setSound } = useKnockAlert(waiting.waiting.length, waiting.arrived);
  const chatHeight =
    studio.stage.name === "preparing" ? "stacked:h-[28rem] stacked:flex-none" : undefined;
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
      <Tabs
        label={t("people.label")}
        className="flex-1"
        items={[
          {
            value: "waiting",
            label: t("people.waiting"),
            count: waiting.waiting.length,
            countTone: "wait",
          },
          { value: "people", label: t("people.people") },
          { value: "chat", label: t("people.chat") },
          { value: "backstage", label: behind("tab"), count: unread, countTone: "wait" },
        ]}
        value={tab}
        onValueChange={setTab}
      >
        <TabPanel value="waiting" className="flex flex-col">
          <WaitingPanel
            mint={livestream.mint}
            waiting={waiting}
            sound={sound}
            onSound={setSound}
            onInvite={onInvite}
          />
        </TabPanel>
        <TabPanel value="people" className="overflow-y-auto">
          {room ? (
            <PeoplePanel livestream={livestream} admitted={waiting.admitted} mutes={mutes} />
          ) : (
            <p className="p-4 text-ink-soft">{t("connecting")}</p>
          )}
        </TabPanel>
        <TabPanel value="chat" keep className={chatHeight}>
          <ChatPanel
            mint={livestream.mint}
            room={room}
            me={reader}
            closed={livestream.status === "ended"}
            slowModeSeconds={livestream.slowModeSeconds}
            mutes={mutes}
          />
        </TabPanel>
        <TabPanel value="backstage" keep className={chatHeight}>
          <ChatView
            chat={backstage}
            channel="backstage"
            me={reader}
            closed={livestream.status === "ended"}
            slowModeSeconds={0}
            mutes={null}
          />
        </TabPanel>
      </Tabs>
    </aside>
  );
}
