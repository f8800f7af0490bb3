"use client";

import { RoomContext } from "@livekit/components-react";
import { Headphones, Megaphone } from "lucide-react";
import { useTranslations } from "next-intl";
import { type PointerEvent, useRef } from "react";
import { BackstageFaces } from "@/components/backstage/backstage-faces";
import { BackstageSound } from "@/components/backstage/backstage-sound";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { useRemembered } from "@/lib/client/browser/use-remembered";
import { useRoomyWindow } from "@/lib/client/devices/use-media";
import { useBackstagePeople } from "@/lib/client/room/use-backstage-people";
import { useRoomValue } from "@/lib/client/room/use-room-value";
import { sharedSoundChanges, sharesPageSound } from "@/lib/client/stage/shared-sound";
import type { Studio } from "@/lib/client/studio/use-studio";
import { type Talkback, useTalkback } from "@/lib/client/studio/use-talkback";

const isListening = (kept: unknown) => kept !== false;

/** The people backstage, seen and heard by this host, who can talk to them without being on air. */
export function BackstageDesk({ studio }: { studio: Studio }) {
  const { backstage, stage } = studio;
  const talk = useTalkback(studio);
  const [listening, listen] = useRemembered("backstage.listening", isListening);
  const silenced = useRoomValue(studio.room, sharedSoundChanges, sharesPageSound, false);
  if (!backstage) return null;
  return (
    <RoomContext.Provider value={backstage}>
      {listening && !silenced ? <BackstageSound /> : null}
      <Strip
        talk={talk}
        show={studio.room}
        place={stage.name}
        listening={listening}
        silenced={silenced}
        onListen={listen}
      />
    </RoomContext.Provider>
  );
}

type StripProps = {
  talk: Talkback;
  show: Studio["room"];
  place: Studio["stage"]["name"];
  listening: boolean;
  /** Viewers would hear backstage in the shared sound of this computer. */
  silenced: boolean;
  onListen: (listening: boolean) => void;
};

function Strip({ talk, show, place, listening, silenced, onListen }: StripProps) {
  const t = useTranslations("backstage.room");
  const { people, alone } = useBackstagePeople(show);
  const roomy = useRoomyWindow();
  // The page with the preview scrolls; otherwise the faces would cover the show in a small window.
  const facesFit = roomy || place === "preparing";
  if (alone && !talk.on) return null;
  return (
    <section aria-label={t("title")} className="flex shrink-0 flex-col gap-2 px-safe-3 py-2">
      {facesFit && people.length > 0 ? <BackstageFaces people={people} /> : null}
      <div className="flex flex-wrap items-center gap-2">
        <TalkButton talk={talk} />
        <IconButton
          variant="filled"
          label={t("listen")}
          icon={<Headphones />}
          pressed={listening}
          onClick={() => onListen(!listening)}
        />
        <p role="status" className="min-w-0 flex-1 basis-52 text-sm text-ink-soft">
          {talk.on ? t(`heard.${heardAt(place)}`) : t("not-heard")}
          {listening && silenced ? ` ${t("silenced")}` : null}
        </p>
      </div>
    </section>
  );
}

const heardAt = (place: StripProps["place"]) =>
  place === "preparing" || place === "on-air" ? place : "backstage";

const holdMs = 500;

/** A press starts or ends the talk; held longer, it lasts as long as the press. */
function TalkButton({ talk }: { talk: Talkback }) {
  const t = useTranslations("backstage.room");
  const press = useRef<{ began: boolean; atMs: number } | null>(null);
  function down(event: PointerEvent<HTMLButtonElement>) {
    if (event.button !== 0) return;
    // The release ends the talk wherever the pointer is then.
    event.currentTarget.setPointerCapture(event.pointerId);
    press.current = { began: !talk.on, atMs: event.timeStamp };
    talk.turn(true);
  }
  function up(event: PointerEvent<HTMLButtonElement>) {
    const { began, atMs } = press.current ?? { began: true, atMs: event.timeStamp };
    if (!began || event.timeStamp - atMs > holdMs) talk.turn(false);
  }
  return (
    <Button
      aria-pressed={talk.on}
      disabled={!talk.possible}
      title={t("talk-hint")}
      onPointerDown={down}
      onPointerUp={up}
      onPointerCancel={() => {
        press.current = null;
        talk.cut();
      }}
      // A long touch would open it, and end the press.
      onContextMenu={(event) => event.preventDefault()}
      onClick={() => {
        // A pointer has done it already; keyboards and screen readers only click.
        if (!press.current) talk.turn(!talk.on);
        press.current = null;
      }}
      className="touch-none select-none aria-pressed:border-ink aria-pressed:bg-ink aria-pressed:text-canvas"
    >
      <Megaphone aria-hidden="true" />
      {t("talk")}
    </Button>
  );
}
