"use client";

import { Settings2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { Switch } from "@/components/ui/switch";
import { type ChatRules, useChatRules } from "@/lib/client/chat/use-chat-rules";

type ChatSettingsProps = { mint: string; saved: ChatRules };

/** The chat's rules, for those who may set them. They apply at once. */
export function ChatSettings({ mint, saved }: ChatSettingsProps) {
  const t = useTranslations("chat.settings");
  const { rules, change } = useChatRules(mint, saved);
  return (
    <Popover
      title={t("title")}
      side="top"
      align="start"
      trigger={<IconButton label={t("title")} icon={<Settings2 aria-hidden="true" />} />}
    >
      <Switch
        label={t("without-account")}
        hint={t(
          rules.visibility === "private" ? "without-account-private" : "without-account-hint",
        )}
        checked={rules.chatWithoutAccount && rules.visibility !== "private"}
        disabled={rules.visibility === "private"}
        onCheckedChange={(chatWithoutAccount) => void change({ chatWithoutAccount })}
        className="mt-1"
      />
    </Popover>
  );
}
