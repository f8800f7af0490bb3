"use client";

import { ChevronUp, Theater } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { WaitingMenu } from "@/components/studio/people/waiting-menu";
import { WaitingRow } from "@/components/studio/people/waiting-row";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { SkeletonRows } from "@/components/ui/skeleton-rows";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/lib/client/browser/toast";
import { errorMessage } from "@/lib/client/server-api/error-message";
import { decideWithToast } from "@/lib/client/waiting-room/decide-with-toast";
import type { WaitingKeys } from "@/lib/client/waiting-room/use-waiting-keys";
import type { WaitingRoom } from "@/lib/client/waiting-room/use-waiting-list";
import type { Decision } from "@/lib/client/waiting-room/waiting-list";
import type { WaitingGuest } from "@/lib/contracts/livestreams";

type WaitingPanelProps = {
  mint: string;
  waiting: WaitingRoom;
  sound: boolean;
  onSound: (on: boolean) => void;
  onInvite: () => void;
  keys: WaitingKeys;
  /** Other settings for knock alerts, next to the sound. */
  settings: ReactNode;
};

/** Guests who knocked, longest wait first. Nobody is ever admitted automatically. */
export function WaitingPanel(props: WaitingPanelProps) {
  const { mint, waiting: room, sound, onSound, onInvite, keys, settings } = props;
  const t = useTranslations("waiting-room.panel");
  const { waiting, deciding } = room;

  const decide = (guest: WaitingGuest, decision: Decision) =>
    decideWithToast(room, guest, decision);

  async function admitAll(to: "admit" | "backstage") {
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
          <NobodyWaits known={room.known} onInvite={onInvite} />
        ) : (
          <ul aria-label={t("list")} className="divide-y divide-line">
            {waiting.map((guest) => (
              <WaitingRow
                key={guest.identity}
                guest={guest}
                deciding={deciding[guest.identity] ?? null}
                onDecide={(decision) => decide(guest, decision)}
                menu={
                  <WaitingMenu
                    mint={mint}
                    guest={guest}
                    onBackstage={() => void decide(guest, "backstage")}
                    onDeny={() => decide(guest, "deny")}
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
              onClick={() => admitAll("admit")}
            >
              {t("admit-all")}
            </Button>
            <Menu
              side="top"
              trigger={<IconButton size="sm" label={t("admit-all-more")} icon={<ChevronUp />} />}
            >
              <MenuItem icon={<Theater />} onSelect={() => void admitAll("backstage")}>
                {t("admit-all-backstage")}
              </MenuItem>
            </Menu>
          </div>
        ) : null}
      </div>
    </>
  );
}

type NobodyWaitsProps = { known: boolean; onInvite: () => void };

/** Shown only once the server has sent the list. */
function NobodyWaits({ known, onInvite }: NobodyWaitsProps) {
  const t = useTranslations("waiting-room.panel");
  if (!known) {
    return (
      <div className="px-4">
        <SkeletonRows rows={1} heading={false} />
      </div>
    );
  }
  return (
    <EmptyState action={<Button onClick={onInvite}>{t("invite")}</Button>}>{t("empty")}</EmptyState>
  );
}
