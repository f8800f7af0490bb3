"use client";

import { useTranslations } from "next-intl";
import { WaitingRow } from "@/components/studio/people/waiting-row";
import { EmptyState } from "@/components/ui/empty-state";
import { NotUpToDate } from "@/components/ui/not-up-to-date";
import { SkeletonRows } from "@/components/ui/skeleton-rows";
import { Switch } from "@/components/ui/switch";
import { toast } from "@/lib/client/browser/toast";
import { useLivestreamEvents } from "@/lib/client/room/use-livestream-events";
import { errorMessage } from "@/lib/client/server-api/error-message";
import { useKnockAlert } from "@/lib/client/waiting-room/use-knock-alert";
import { useWaitingList } from "@/lib/client/waiting-room/use-waiting-list";
import type { Decision } from "@/lib/client/waiting-room/waiting-list";
import type { WaitingGuest } from "@/lib/contracts/livestreams";

/** The waiting guests that an organization's admin may decide about, updated live. */
export function WaitingDesk({ mint }: { mint: string }) {
  const t = useTranslations("waiting-room");
  const room = useWaitingList(mint);
  const { known, waiting, deciding, decide, snapshot, delta } = room;
  const stale = useLivestreamEvents(mint, { "guests.snapshot": snapshot, "guests.delta": delta });
  const { announcement, sound, setSound } = useKnockAlert(room);

  async function settle(guest: WaitingGuest, decision: Decision) {
    try {
      await decide(guest, decision);
    } catch (error) {
      toast.problem(errorMessage(error), { id: `decide ${guest.identity}` });
    }
  }

  return (
    <>
      <p role="status" className="sr-only">
        {announcement}
      </p>
      <NotUpToDate stale={stale} className="pb-3" />
      <div className="border-y border-line">
        {known ? null : <SkeletonRows rows={1} heading={false} />}
        {known && waiting.length === 0 ? <EmptyState>{t("nobody")}</EmptyState> : null}
        {waiting.length > 0 ? (
          <ul aria-label={t("list")} className="-mx-4 divide-y divide-line">
            {waiting.map((guest) => (
              <WaitingRow
                key={guest.identity}
                guest={guest}
                deciding={deciding[guest.identity] ?? null}
                onDecide={(decision) => settle(guest, decision)}
              />
            ))}
          </ul>
        ) : null}
      </div>
      <Switch label={t("sound")} checked={sound} onCheckedChange={setSound} className="mt-4" />
    </>
  );
}
