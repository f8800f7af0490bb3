"use client";

import { Settings2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { RestrictionList } from "@/components/chat/restriction-list";
import { IconButton } from "@/components/ui/icon-button";
import { Popover } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import { Switch } from "@/components/ui/switch";
import { type ChatRules, useChatRules } from "@/lib/client/chat/use-chat-rules";
import { may, type Role } from "@/lib/grants/capabilities";

type ChatSettingsProps = { mint: string; role: Role; saved: ChatRules };

/** The chat's rules, which apply at once. Moderators also find the people who are banned. */
export function ChatSettings({ mint, role, saved }: ChatSettingsProps) {
  const t = useTranslations("chat.settings");
  return (
    <Popover
      title={t("title")}
      side="top"
      align="start"
      trigger={<IconButton label={t("title")} icon={<Settings2 aria-hidden="true" />} />}
    >
      <Rules mint={mint} saved={saved} />
      {may(role, "open-studio") ? null : (
        <section className="mt-4">
          <h3 className="mb-1.5 text-sm font-medium">{t("banned")}</h3>
          <RestrictionList mint={mint} label={t("banned")} nobody={t("nobody-banned")} />
        </section>
      )}
    </Popover>
  );
}

const waits = [0, 5, 10, 30, 60];

function Rules({ mint, saved }: Omit<ChatSettingsProps, "role">) {
  const t = useTranslations("chat.settings");
  const { rules, change } = useChatRules(mint, saved);
  const { slowModeSeconds, visibility, chatWithoutAccount } = rules;
  // The API takes other waits too.
  const offered = [...new Set([...waits, slowModeSeconds])].sort((a, b) => a - b);
  const inWords = (seconds: number) => {
    if (seconds === 0) return t("off");
    return seconds === 60 ? t("minute") : t("seconds", { count: seconds });
  };
  return (
    <>
      <Select
        label={t("slow-mode")}
        className="mt-3"
        value={`${slowModeSeconds}`}
        onValueChange={(value) => void change({ slowModeSeconds: Number(value) })}
        options={offered.map((seconds) => ({ value: `${seconds}`, label: inWords(seconds) }))}
      />
      <Switch
        label={t("without-account")}
        hint={t(visibility === "private" ? "without-account-private" : "without-account-hint")}
        checked={chatWithoutAccount && visibility !== "private"}
        disabled={visibility === "private"}
        onCheckedChange={(on) => void change({ chatWithoutAccount: on })}
        className="mt-2"
      />
    </>
  );
}
