"use client";

import { useState } from "react";
import type { WaitingGuest } from "@/lib/contracts/livestreams";
import { type KnockNotice, useKnockNotice } from "./use-knock-notice";
import { useWaitingKeys } from "./use-waiting-keys";
import type { WaitingRoom } from "./use-waiting-list";

export type KnockDesk = {
  notice: KnockNotice;
  keys: boolean;
  onKeys: (on: boolean) => void;
  /** Whether the settings, with the list of keys, are open. */
  open: boolean;
  onOpenChange: (open: boolean) => void;
};

type Answers = {
  onDecide: (guest: WaitingGuest, decision: "admit" | "deny") => void;
  /** Brings the settings into view. */
  onHelp: () => void;
};

/** Answers knocks by keys and tells of them outside of the page, whichever panel is shown. */
export function useKnockDesk(room: WaitingRoom, { onDecide, onHelp }: Answers): KnockDesk {
  const [open, setOpen] = useState(false);
  const notice = useKnockNotice(room.arrived);
  const [keys, onKeys] = useWaitingKeys((action) => {
    if (action === "help") {
      onHelp();
      return setOpen(true);
    }
    const first = room.waiting.find(
      ({ mayDecide, identity }) => mayDecide && !(identity in room.deciding),
    );
    if (first) onDecide(first, action);
  });
  return { notice, keys, onKeys, open, onOpenChange: setOpen };
}
