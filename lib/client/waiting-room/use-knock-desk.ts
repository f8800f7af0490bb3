"use client";

import { useState } from "react";
import type { WaitingGuest } from "@/lib/contracts/livestreams";
import { type KnockNotice, useKnockNotice } from "./use-knock-notice";
import { useWaitingKeys, type WaitingKeys } from "./use-waiting-keys";
import type { WaitingRoom } from "./use-waiting-list";
import { guestFor } from "./waiting-keys";

export type KnockDesk = {
  notice: KnockNotice;
  keys: WaitingKeys;
  /** Whether the settings, with the list of keys, are open. */
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

/** Keyboard shortcuts and desktop notifications for knocks. */
export function useKnockDesk(
  room: WaitingRoom,
  onDecide: (guest: WaitingGuest, decision: "admit" | "deny") => void,
): KnockDesk {
  const [open, setOpen] = useState(false);
  const notice = useKnockNotice(room.arrived);
  const keys = useWaitingKeys((action, focused) => {
    if (action === "help") return setOpen(true);
    const guest = guestFor(room.waiting, focused, room.deciding);
    if (guest) onDecide(guest, action);
  });
  return { notice, keys, open, onOpenChange: setOpen };
}
