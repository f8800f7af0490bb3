"use client";

import { DoorOpen, MessageSquareText, Theater } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { MessageDialog } from "@/components/studio/people/message-dialog";
import { PersonMenu } from "@/components/studio/people/person-menu";
import { PeopleList, PersonRow } from "@/components/studio/people/person-row";
import { usePlacing } from "@/components/studio/stage-items";
import { Button } from "@/components/ui/button";
import { MenuItem } from "@/components/ui/menu";
import type { Mutes } from "@/lib/client/chat/use-mutes";
import type { WaitingGuest } from "@/lib/contracts/livestreams";
import { isolated } from "@/lib/words/isolated";

type BackstageListProps = {
  mint: string;
  guests: readonly WaitingGuest[];
  mutes: Mutes | null;
  onRemove: (guest: WaitingGuest) => void;
};

/**
 * Admitted guests who are not visible. LiveKit does not list hidden participants, so the server's
 * list is used.
 */
export function BackstageList({ mint, guests, mutes, onRemove }: BackstageListProps) {
  const t = useTranslations("backstage");
  const [writingTo, setWritingTo] = useState<WaitingGuest | null>(null);
  if (guests.length === 0) return null;
  return (
    <PeopleList title={t("list")}>
      {guests.map((guest) => (
        <BackstageRow
          key={guest.identity}
          mint={mint}
          guest={guest}
          mutes={mutes}
          onWrite={() => setWritingTo(guest)}
          onRemove={() => onRemove(guest)}
        />
      ))}
      <MessageDialog mint={mint} guest={writingTo} onClose={() => setWritingTo(null)} />
    </PeopleList>
  );
}

type BackstageRowProps = {
  mint: string;
  guest: WaitingGuest;
  mutes: Mutes | null;
  onWrite: () => void;
  onRemove: () => void;
};

function BackstageRow({ mint, guest, mutes, onWrite, onRemove }: BackstageRowProps) {
  const t = useTranslations("backstage");
  const { identity, name, connected, decidedBy, place } = guest;
  const starts = place === "stage";
  const move = usePlacing(mint, guest);
  const [pending, setPending] = useState(false);

  async function putOnStage() {
    setPending(true);
    await move("stage");
    setPending(false);
  }

  return (
    <PersonRow
      name={name}
      note={
        starts && connected
          ? t("starts-on-stage")
          : t("admitted-by", {
              connected: connected ? "yes" : "no",
              by: isolated(decidedBy ?? "none"),
            })
      }
      menu={
        <PersonMenu name={name} subject={identity} mutes={mutes} onRemove={onRemove}>
          <MenuItem icon={<MessageSquareText />} onSelect={onWrite}>
            {t("message.item")}
          </MenuItem>
          {starts ? (
            <MenuItem icon={<Theater />} onSelect={() => void move("backstage")}>
              {t("take")}
            </MenuItem>
          ) : null}
          <MenuItem icon={<DoorOpen />} onSelect={() => void move("waiting-room")}>
            {t("return")}
          </MenuItem>
        </PersonMenu>
      }
    >
      {starts ? null : (
        <Button
          size="sm"
          variant="primary"
          aria-label={t("put-named", { name: isolated(name) })}
          pending={pending}
          onClick={putOnStage}
        >
          {t("put")}
        </Button>
      )}
    </PersonRow>
  );
}
