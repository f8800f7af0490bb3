"use client";

import { VideoTrack } from "@livekit/components-react";
import { MicOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { MicrophoneLevel } from "@/components/devices/microphone-level";
import { Avatar } from "@/components/ui/avatar";
import type { BackstagePerson } from "@/lib/client/room/backstage-people";
import { isolated } from "@/lib/words/isolated";

/** A filmstrip of the people backstage. It must be inside the backstage room. */
export function BackstageFaces({ people }: { people: readonly BackstagePerson[] }) {
  const t = useTranslations("backstage.room");
  return (
    <ul
      aria-label={t("people")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls must be reachable by keyboard
      tabIndex={0}
      className="flex gap-2 overflow-x-auto"
    >
      {people.map((person) => (
        <BackstageFace key={person.identity} person={person} />
      ))}
    </ul>
  );
}

function BackstageFace({ person: { name, picture, sound } }: { person: BackstagePerson }) {
  const t = useTranslations("backstage.room");
  const nameless = useTranslations("stage")("somebody");
  const shown = name || nameless;
  return (
    <li className="w-28 shrink-0 sm:w-36">
      <div className="relative aspect-video overflow-hidden rounded bg-letterbox">
        <span className="absolute inset-0 grid place-items-center">
          <Avatar name={shown} size="sm" />
        </span>
        {picture ? (
          <VideoTrack
            trackRef={picture}
            aria-label={t("picture-of", { name: isolated(shown) })}
            playsInline
            className="absolute inset-0 size-full object-cover"
          />
        ) : null}
        <p className="on-picture absolute bottom-0 left-0 flex max-w-full items-center gap-1 px-1.5 py-0.5 text-sm">
          {sound ? null : <MicOff role="img" aria-label={t("muted")} className="size-4 shrink-0" />}
          <span dir="auto" className="truncate">
            {shown}
          </span>
        </p>
      </div>
      <MicrophoneLevel
        track={sound}
        label={t("level-of", { name: isolated(shown) })}
        className="mt-1 h-1.5"
      />
    </li>
  );
}
