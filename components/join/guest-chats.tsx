"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChatPanel, type ChatReader, ChatView } from "@/components/chat/chat-panel";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import { type Chat, useChat } from "@/lib/client/chat/use-chat";
import { useUnread } from "@/lib/client/chat/use-unread";
import type { GuestState } from "@/lib/client/join/join-model";
import type { Join } from "@/lib/client/join/use-join";

type GuestChats = {
  me: ChatReader | null;
  backstage: Chat;
  /** Of the backstage chat. */
  unread: number;
  shown: "show" | "backstage";
  show: (channel: "show" | "backstage") => void;
};

type Sight = {
  /** Whether the selected chat is visible. */
  open: boolean;
  first: GuestChats["shown"];
};

/** Both chats of an admitted guest. */
export function useGuestChats(join: Join, visit: GuestState, { open, first }: Sight): GuestChats {
  const { room } = join;
  const { guest, livestream } = visit;
  const [shown, show] = useState(first);
  const backstage = useChat(livestream.mint, room, "backstage");
  const subject = guest?.identity ?? room?.localParticipant.identity ?? null;
  const unread = useUnread(backstage, subject, open && shown === "backstage");
  const me = subject
    ? { kind: "guest" as const, subject, name: guest?.name ?? "", role: "guest" as const }
    : null;
  return { me, backstage, unread, shown, show };
}

type GuestChatsProps = {
  join: Join;
  visit: GuestState;
  chats: GuestChats;
  slowModeSeconds: number;
};

/** The show's chat and the backstage chat. */
export function GuestChatTabs({ join, visit, chats, slowModeSeconds }: GuestChatsProps) {
  const t = useTranslations("join");
  const { me, backstage, unread, shown, show } = chats;
  return (
    <Tabs
      label={t("chats")}
      value={shown}
      onValueChange={(value) => show(value === "backstage" ? "backstage" : "show")}
      className="h-full"
      items={[
        { value: "show", label: t("chat") },
        { value: "backstage", label: t("behind"), count: unread, countTone: "wait" },
      ]}
    >
      <TabPanel value="show" keep>
        <ChatPanel
          mint={visit.livestream.mint}
          room={join.room}
          me={me}
          closed={false}
          slowModeSeconds={slowModeSeconds}
          mutes={null}
        />
      </TabPanel>
      <TabPanel value="backstage" keep>
        <ChatView
          chat={backstage}
          channel="backstage"
          me={me}
          closed={false}
          slowModeSeconds={0}
          mutes={null}
        />
      </TabPanel>
    </Tabs>
  );
}
