"use client";

import { RoomContext } from "@livekit/components-react";
import { Room } from "livekit-client";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import { Programme } from "@/components/stage/programme";
import { StageAudio } from "@/components/stage/stage-audio";
import { useStageLook } from "@/lib/client/room/use-stage-look";
import { keyIn } from "@/lib/client/watch/programme-key";
import { useProgramme } from "@/lib/client/watch/use-programme";
import type { Scene } from "@/lib/contracts/common/scenes";
import type { Livestream } from "@/lib/contracts/livestreams";

/** The show's picture and sound alone, for recorders and browser sources. The link's fragment has its key. */
export function ProgrammePage({ mint }: { mint: string }) {
  const t = useTranslations("programme.page");
  const key = useKeyInLink();
  return (
    <main
      id="main"
      tabIndex={-1}
      className="relative h-dvh w-full overflow-hidden bg-letterbox text-scrim-ink"
    >
      <h1 className="sr-only">{t("tab")}</h1>
      {key === "" ? <Problem>{t("incomplete")}</Problem> : null}
      {key ? <ProgrammeOf key={key} mint={mint} secret={key} /> : null}
    </main>
  );
}

/** Empty for a link without one; null until the URL is read. */
function useKeyInLink(): string | null {
  const [key, setKey] = useState<string | null>(null);
  useEffect(() => {
    let known = "";
    const read = () => {
      const { hash } = window.location;
      known = keyIn(hash, known);
      setKey(known);
      // For the next reload, if the skip link has replaced it.
      if (known && !keyIn(hash, "")) window.history.replaceState(null, "", `#key=${known}`);
    };
    read();
    // Pasting a link over this page's URL does not reload the page.
    window.addEventListener("hashchange", read);
    return () => window.removeEventListener("hashchange", read);
  }, []);
  return key;
}

function Problem({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="grid size-full place-items-center px-5 text-center">
      {children}
    </p>
  );
}

function ProgrammeOf({ mint, secret }: { mint: string; secret: string }) {
  const t = useTranslations("programme.page");
  const { livestream, refused, room, card } = useProgramme({ mint, key: secret });
  if (refused) return <Problem>{t("refused")}</Problem>;
  return livestream ? <Screen livestream={livestream} room={room} card={card} /> : null;
}

type ScreenProps = { livestream: Livestream; room: Room | null; card: Scene | null };

function Screen({ livestream, room, card }: ScreenProps) {
  // The programme needs a room, also for a card in front of none.
  const [nowhere] = useState(() => new Room());
  const told = useStageLook(room, livestream.look);
  // Without a room, these may have been taken off long ago.
  const look = room ? told : { ...told, banner: null, comment: null };
  return (
    <RoomContext.Provider value={room ?? nowhere}>
      <Programme show={livestream} drafted={card ? { ...look, scene: card } : look} />
      {room ? <StageAudio look={livestream.look} /> : null}
    </RoomContext.Provider>
  );
}
