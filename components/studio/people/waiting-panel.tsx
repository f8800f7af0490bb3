"use client";

import { ChevronUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { RestrictionsDialog } from "@/components/studio/people/restrictions-dialog";
import { WaitingMenu } from "@/components/studio/people/waiting-menu";
import { WaitingRow } from "@/components/studio/people/waiting-row";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { SkeletonRows } from "@/components/ui/skeleton-rows";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/lib/client/browser/toast";
import { useRestrictions } from "@/lib/client/chat/use-restrictions";
import { errorMessage } from "@/lib/client/server-api/error-message";
import { decideOrToast, decideWithToast } from "@/lib/client/waiting-room/decide-with-toast";
import type { WaitingKeys } from "@/lib/client/waiting-room/use-waiting-keys";
import type { WaitingRoom } from "@/lib/client/waiting-room/use-waiting-list";
import { type Decision, otherPlace } from "@/lib/client/waiting-room/waiting-list";
import type { GuestPlace, WaitingGuest } from "@/lib/contracts/livestreams";

type WaitingPanelProps = {
  mint: string;
  waiting: WaitingRoom;
  /** The show's setting. */
  admitTo: GuestPlace;
  sound: boolean;
  onSound: (on: boolean) => void;
  onInvite: () => void;
  keys: WaitingKeys;
  /** Other settings for knock alerts, next to the sound. */
  settings: ReactNode;
};

/** Guests who knocked, longest wait first. Nobody is ever admitted automatically. */
export function WaitingPanel(props: WaitingPanelProps) {
  const { mint, waiting: room, admitTo, sound, onSound, onInvite, keys, settings } = props;
  const t = useTranslations("waiting-room.panel");
  const { waiting, deciding } = room;
  // Kept open when someone knocks meanwhile.
  const [restrictionsOpen, setRestrictionsOpen] = useState(false);

  const decide = (guest: WaitingGuest, decision: Decision) =>
    decideWithToast(room, guest, decision);

  async function admitAll(to: GuestPlace) {
    try {
      await room.admitAll(waiting, to);
    } catch (error) {
      toast.problem(errorMessage(error), { id: "admit all" });
    }
  }

  return (
    <>
      <section
        aria-label={t("room")}
        {...keys.list}
        className="group min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
      >
        {waiting.length === 0 ? (
          <NobodyWaits
            mint={mint}
            known={room.known}
            onInvite={onInvite}
            changing={restrictionsOpen || Object.keys(deciding).length > 0}
            onRestrictions={() => setRestrictionsOpen(true)}
          />
        ) : (
          <ul aria-label={t("list")} className="divide-y divide-line">
            {waiting.map((guest) => (
              <WaitingRow
                key={guest.identity}
                guest={guest}
                admitTo={admitTo}
                deciding={deciding[guest.identity] ?? null}
                onDecide={(decision) => decide(guest, decision)}
                menu={
                  <WaitingMenu
                    mint={mint}
                    guest={guest}
                    onDeny={() => decideOrToast(room, guest, "deny")}
                  />
                }
              />
            ))}
          </ul>
        )}
        {keys.on && waiting.length > 0 ? (
          <p className="hidden px-4 py-2 text-sm text-ink-soft group-has-focus-visible:block group-focus-visible:block">
            {t("keys")}
          </p>
        ) : null}
      </section>
      <RestrictionsDialog mint={mint} open={restrictionsOpen} onOpenChange={setRestrictionsOpen} />
      <div className="flex shrink-0 items-center justify-between gap-4 border-t border-line px-4 py-1 pb-safe-1">
        <div className="flex items-center gap-2">
          <Switch
            label={t("sound")}
            checked={sound}
            onCheckedChange={onSound}
            className="items-center"
          />
          {settings}
        </div>
        {waiting.length > 1 ? (
          <div className="flex gap-1">
            <Button
              variant="primary"
              size="sm"
              pending={waiting.some(({ identity }) => identity in deciding)}
              aria-label={t(`admit-all.${admitTo}`)}
              onClick={() => admitAll(admitTo)}
            >
              {t("admit-all.short")}
            </Button>
            <Menu
              side="top"
              trigger={<IconButton size="sm" label={t("admit-all-more")} icon={<ChevronUp />} />}
            >
              <MenuItem onSelect={() => void admitAll(otherPlace(admitTo))}>
                {t(`admit-all.${otherPlace(admitTo)}`)}
              </MenuItem>
            </Menu>
          </div>
        ) : null}
      </div>
    </>
  );
}

type NobodyWaitsProps = {
  mint: string;
  known: boolean;
  onInvite: () => void;
  /** While people are let in or denied. */
  changing: boolean;
  onRestrictions: () => void;
};

/** Shown only once the server has sent the list. */
function NobodyWaits(props: NobodyWaitsProps) {
  const { mint, known, onInvite, changing, onRestrictions } = props;
  const t = useTranslations("waiting-room.panel");
  if (!known) {
    return (
      <div className="px-4">
        <SkeletonRows rows={1} heading={false} />
      </div>
    );
  }
  return (
    <EmptyState
      action={
        <>
          <Button onClick={onInvite}>{t("invite")}</Button>
          <TurnedAway mint={mint} changing={changing} onOpen={onRestrictions} />
        </>
      }
    >
      {t("empty")}
    </EmptyState>
  );
}

type TurnedAwayProps = { mint: string; changing: boolean; onOpen: () => void };

/** Opens the list of denied and banned people, if there are any. */
function TurnedAway({ mint, changing, onOpen }: TurnedAwayProps) {
  const t = useTranslations("waiting-room.panel");
  const { list } = useRestrictions(mint, changing);
  const count = list.value?.length ?? 0;
  return count > 0 ? (
    <Button size="sm" variant="quiet" onClick={onOpen}>
      {t("turned-away", { count })}
    </Button>
  ) : null;
}
