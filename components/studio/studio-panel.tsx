"use client";

import { useTranslations } from "next-intl";
import { ChatPanel } from "@/components/chat/chat-panel";
import { PeoplePanel } from "@/components/studio/people-panel";
import { WaitingPanel } from "@/components/studio/waiting-panel";
import { classNames } from "@/components/ui/class-names";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import { useKnockAlert } from "@/lib/client/use-knock-alert";
import { useMutes } from "@/lib/client/use-mutes";
import type { Studio } from "@/lib/client/use-studio";
import type { Person } from "@/lib/contracts/livestreams";

type StudioPanelProps = { studio: Studio; me: Person; onInvite: () => void };

export function StudioPanel({ studio, me, onInvite }: StudioPanelProps) {
  const t = useTranslations("studio");
  const { livestream, room, waiting } = studio;
  const mutes = useMutes(livestream.mint, true);
  const { announcement, sound, setSound } = useKnockAlert(waiting.waiting.length, waiting.arrived);
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
        ]}
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
        <TabPanel
          value="chat"
          keep
          className={
            studio.stage.name === "preparing" ? "stacked:h-[28rem] stacked:flex-none" : undefined
          }
        >
          <ChatPanel
            mint={livestream.mint}
            room={room}
            me={{ kind: "account", subject: me.id, name: me.name, isHost: true }}
            closed={livestream.status === "ended"}
            slowModeSeconds={livestream.slowModeSeconds}
            mutes={mutes}
          />
        </TabPanel>
      </Tabs>
    </aside>
  );
}
