"use client";

import { Ellipsis, Link2Off, MessageSquareText, Theater } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MessageDialog } from "@/components/studio/people/message-dialog";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { runWithToast } from "@/lib/client/browser/run-with-toast";
import { revoke } from "@/lib/client/studio/guest-actions";
import type { WaitingGuest } from "@/lib/contracts/livestreams";
import { isolated } from "@/lib/words/isolated";

type WaitingMenuProps = {
  mint: string;
  guest: WaitingGuest;
  onBackstage: () => void;
  onDeny: () => Promise<void>;
};

/** Further actions for a waiting guest. */
export function WaitingMenu({ mint, guest, onBackstage, onDeny }: WaitingMenuProps) {
  const t = useTranslations("waiting-room.panel");
  const message = useTranslations("backstage.message");
  const [open, setOpen] = useState<"message" | "revoke" | null>(null);
  const { name, jti } = guest;
  const close = (next: boolean) => {
    if (!next) setOpen(null);
  };

  async function denyAndRevoke() {
    await onDeny();
    await runWithToast(() => revoke(jti), {
      done: t("revoke.done", { name: isolated(name) }),
      failed: t("revoke.failed"),
    });
  }

  return (
    <>
      <Menu
        trigger={
          <IconButton size="sm" label={t("more", { name: isolated(name) })} icon={<Ellipsis />} />
        }
      >
        <MenuItem icon={<Theater />} onSelect={onBackstage}>
          {t("admit-backstage")}
        </MenuItem>
        <MenuItem icon={<MessageSquareText />} onSelect={() => setOpen("message")}>
          {message("item")}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<Link2Off />} variant="danger" onSelect={() => setOpen("revoke")}>
          {t("deny-revoke")}
        </MenuItem>
      </Menu>
      <MessageDialog
        mint={mint}
        guest={open === "message" ? guest : null}
        onClose={() => setOpen(null)}
      />
      <ConfirmDialog
        open={open === "revoke"}
        onOpenChange={close}
        title={t("revoke.title", { name: isolated(name) })}
        consequence={t("revoke.consequence", { name: isolated(name) })}
        verb={t("revoke.verb")}
        cancelLabel={t("revoke.keep")}
        onConfirm={denyAndRevoke}
      />
    </>
  );
}
