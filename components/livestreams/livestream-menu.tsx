"use client";

import { CalendarCheck, CalendarX, Copy, Ellipsis, Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CancelLivestream } from "@/components/livestreams/cancel-livestream";
import { DetailsDialog } from "@/components/livestreams/details-dialog";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { toast } from "@/lib/client/browser/toast";
import {
  cancelWithToast,
  deleteWithToast,
  duplicateWithToast,
  reopenWithToast,
} from "@/lib/client/livestreams/livestream-actions";
import type { Livestream } from "@/lib/contracts/livestreams";
import { may, type Role } from "@/lib/grants/capabilities";
import { isolated } from "@/lib/words/isolated";

type LivestreamMenuProps = { livestream: Livestream; role: Role };
type Open = "nothing" | "details" | "cancel" | "delete";

/** What a host can do with a livestream outside its studio. */
export function LivestreamMenu({ livestream, role }: LivestreamMenuProps) {
  const t = useTranslations("livestreams.manage");
  const { refresh } = useRouter();
  const { mint, status } = livestream;
  const title = isolated(livestream.title);
  const [open, setOpen] = useState<Open>("nothing");
  const bind = (name: Open) => ({
    open: open === name,
    onOpenChange: (next: boolean) => setOpen(next ? name : "nothing"),
  });
  return (
    <>
      <Menu trigger={<IconButton size="sm" label={t("more-of", { title })} icon={<Ellipsis />} />}>
        <MenuItem icon={<Pencil />} onSelect={() => setOpen("details")}>
          {t("edit")}
        </MenuItem>
        {may(role, "duplicate") ? (
          <MenuItem
            icon={<Copy />}
            onSelect={() => void duplicateWithToast(mint).then(() => refresh())}
          >
            {t("duplicate")}
          </MenuItem>
        ) : null}
        {status === "cancelled" ? (
          <MenuItem
            icon={<CalendarCheck />}
            onSelect={() => void reopenWithToast(livestream).then(() => refresh())}
          >
            {t("reopen")}
          </MenuItem>
        ) : null}
        {status === "scheduled" ? (
          <MenuItem icon={<CalendarX />} variant="danger" onSelect={() => setOpen("cancel")}>
            {t("cancel")}
          </MenuItem>
        ) : null}
        {may(role, "delete") && status !== "live" ? (
          <MenuItem icon={<Trash2 />} variant="danger" onSelect={() => setOpen("delete")}>
            {t("delete")}
          </MenuItem>
        ) : null}
      </Menu>
      <DetailsDialog
        livestream={livestream}
        role={role}
        onSaved={() => {
          toast.done(t("saved"));
          refresh();
        }}
        {...bind("details")}
      />
      <CancelLivestream
        title={livestream.title}
        onCancel={() => cancelWithToast(livestream, refresh)}
        {...bind("cancel")}
      />
      <ConfirmDialog
        title={t("delete-dialog.title", { title })}
        consequence={t("delete-dialog.consequence")}
        verb={t("delete-dialog.verb")}
        onConfirm={() => deleteWithToast(mint).then(() => refresh())}
        {...bind("delete")}
      />
    </>
  );
}
