"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Elapsed } from "@/components/ui/elapsed";
import { type Decision, otherPlace } from "@/lib/client/waiting-room/waiting-list";
import type { GuestPlace, WaitingGuest } from "@/lib/contracts/livestreams";
import { isolated } from "@/lib/words/isolated";

type WaitingRowProps = {
  guest: WaitingGuest;
  /** The show's setting: the main button admits there, the other one to the other place. */
  admitTo: GuestPlace;
  /** The decision sent to the server and not answered yet. */
  deciding: Decision | null;
  onDecide: (decision: Decision) => void;
  /** Further actions, after the buttons. */
  menu?: ReactNode;
};

export function WaitingRow({ guest, admitTo, deciding, onDecide, menu }: WaitingRowProps) {
  const t = useTranslations("waiting-room.panel");
  const written = useTranslations("backstage.message");
  const { name, connected, knockedAt, message, picture, inviteLabel } = guest;
  const admitting = deciding !== null && deciding !== "deny";
  return (
    <li
      data-guest={guest.identity}
      className="flex animate-arrive flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3"
    >
      {picture ? (
        <img
          src={picture}
          alt={t("picture-of", { name: isolated(name) })}
          className="aspect-video w-24 shrink-0 rounded bg-letterbox object-cover"
        />
      ) : null}
      <div className="min-w-0 flex-1 basis-28">
        <p dir="auto" className="in-line font-medium wrap-anywhere">
          {name}
        </p>
        {inviteLabel ? (
          <p dir="auto" className="in-line text-sm text-ink-soft wrap-anywhere">
            {inviteLabel}
          </p>
        ) : null}
        <p className="text-sm text-ink-soft">
          <Elapsed since={knockedAt} className="text-wait-text" />
          <span>{` · ${t(connected ? "ready" : "connecting")}`}</span>
        </p>
        {message ? (
          <p className="in-line text-sm text-ink-soft wrap-anywhere">
            {written("written", { text: isolated(message) })}
          </p>
        ) : null}
      </div>
      <div className="ml-auto flex gap-2">
        <Button
          size="sm"
          aria-label={t("deny-named", { name: isolated(name) })}
          pending={deciding === "deny"}
          disabled={admitting}
          onClick={() => onDecide("deny")}
        >
          {t("deny")}
        </Button>
        {[otherPlace(admitTo), admitTo].map((place) => (
          <Button
            key={place}
            size="sm"
            variant={place === admitTo ? "primary" : undefined}
            aria-label={t(`admit.${place}.named`, { name: isolated(name) })}
            pending={deciding === place}
            disabled={deciding !== null && deciding !== place}
            onClick={() => onDecide(place)}
          >
            {t(`admit.${place}.short`)}
          </Button>
        ))}
        {menu}
      </div>
    </li>
  );
}
