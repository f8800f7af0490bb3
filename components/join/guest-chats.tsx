"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ChatPanel, type ChatReader } from "@/components/chat/chat-panel";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import { type Chat, type ChatChannel, useChat } from "@/lib/client/chat/use-chat";
import { backstageRules } from "@/lib/client/chat/use-chat-rules";
import { useUnread } from "@/lib/client/chat/use-unread";
import type { GuestState } from "@/lib/client/join/join-model";
import type { Join } from "@/lib/client/join/use-join";

type GuestChats = {
  me: ChatReader | null;
  chats: Record<ChatChannel, Chat>;
  unread: Record<ChatChannel, number>;
  shown: ChatChannel;
  show: (channel: ChatChannel) => void;
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
  const chats = {
    show: useChat(livestream.mint, room),
    backstage: useChat(livestream.mint, room, "backstage"),
  };
  const subject = guest?.identity ?? room?.localParticipant.identity ?? null;
  const unread = {
    show: useUnread(chats.show, subject, open && shown === "show"),
    backstage: useUnread(chats.backstage, subject, open && shown === "backstage"),
  };
  const me = subject
    ? { kind: "guest" as const, subject, name: guest?.name ?? "", role: "guest" as const }
    : null;
  return { me, chats, unread, shown, show };
}

type GuestChatsProps = {
  chats: GuestChats;
  slowModeSeconds: number;
};

/** The show's chat and the backstage chat. */
export function GuestChatTabs({
  chats: { me, chats, unread, shown, show },
  slowModeSeconds,
}: GuestChatsProps) {
  const t = useTranslations("join");
  return (
    <Tabs
      label={t("chats")}
      value={shown}
      onValueChange={(value) => show(value === "backstage" ? "backstage" : "show")}
      className="h-full"
      items={[
        { value: "show", label: t("chat"), count: unread.show },
        { value: "backstage", label: t("behind"), count: unread.backstage, countTone: "wait" },
      ]}
    >
      <TabPanel value="show" keep>
        <ChatPanel
          chat={chats.show}
          me={me}
          closed={false}
          rules={{ ...backstageRules, slowModeSeconds }}
          mutes={null}
        />
      </TabPanel>
      <TabPanel value="backstage" keep>
        <ChatPanel
          chat={chats.backstage}
          channel="backstage"
          me={me}
          closed={false}
          rules={backstageRules}
          mutes={null}
        />
      </TabPanel>
    </Tabs>
  );
}
