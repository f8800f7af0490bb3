"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Elapsed } from "@/components/ui/elapsed";
import type { Decision } from "@/lib/client/waiting-list";
import type { WaitingGuest } from "@/lib/contracts/livestreams";

type WaitingRowProps = {
  guest: WaitingGuest;
  /** What the server has been asked and has not answered yet. */
  deciding: Decision | null;
  onDecide: (decision: Decision) => void;
};

export function WaitingRow({ guest, deciding, onDecide }: WaitingRowProps) {
  const t = useTranslations("waiting-room.panel");
  const { name, connected, knockedAt, mayDecide } = guest;
  return (
    <li className="flex animate-arrive flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-28">
        <p className="font-medium">{name}</p>
        <p className="text-sm text-ink-soft">
          <Elapsed since={knockedAt} className="text-wait-text" />
          <span>{` · ${t(connected ? "ready" : "connecting")}`}</span>
        </p>
      </div>
      {mayDecide ? (
        <div className="flex gap-2">
          <Button
            size="sm"
            aria-label={t("deny-named", { name })}
            pending={deciding === "deny"}
            disabled={deciding === "admit"}
            onClick={() => onDecide("deny")}
          >
            {t("deny")}
          </Button>
          <Button
            size="sm"
            variant="primary"
            aria-label={t("admit-named", { name })}
            pending={deciding === "admit"}
            disabled={deciding === "deny"}
            onClick={() => onDecide("admit")}
          >
            {t("admit")}
          </Button>
        </div>
      ) : (
        <p className="basis-full text-sm text-ink-soft">{t("admins-decide")}</p>
      )}
    </li>
  );
}
