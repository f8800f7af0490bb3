"use client";

import { RoomContext } from "@livekit/components-react";
import type { Room } from "livekit-client";
import { useTranslations } from "next-intl";
import { BackstageFaces } from "@/components/backstage/backstage-faces";
import { BackstageSound } from "@/components/backstage/backstage-sound";
import { useBackstagePeople } from "@/lib/client/room/use-backstage-people";

/** The others backstage, seen and heard beside the show. */
export function BackstageCompany({ room, show }: { room: Room | null; show: Room | null }) {
  return room ? (
    <RoomContext.Provider value={room}>
      <BackstageSound />
      <Faces show={show} />
    </RoomContext.Provider>
  ) : null;
}

function Faces({ show }: { show: Room | null }) {
  const t = useTranslations("join.backstage");
  const { people } = useBackstagePeople(show);
  return people.length > 0 ? (
    <BackstageFaces people={people} />
  ) : (
    <p className="text-sm text-ink-soft">{t("alone")}</p>
  );
}
