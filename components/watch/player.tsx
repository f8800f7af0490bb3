"use client";

import { RoomContext } from "@livekit/components-react";
import { Play } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Programme } from "@/components/stage/programme";
import { StageAudio } from "@/components/stage/stage-audio";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { PortalScope } from "@/components/ui/theme-scope";
import { CurtainWords } from "@/components/watch/curtain-words";
import { EarlyPicture } from "@/components/watch/early-picture";
import { KeysDialog } from "@/components/watch/keys-dialog";
import { PlayerControls } from "@/components/watch/player-controls";
import type { PlayerFrame } from "@/components/watch/player-frame";
import { StandIn } from "@/components/watch/stand-in";
import { StatsOverlay } from "@/components/watch/stats-overlay";
import { useAwake } from "@/lib/client/player/use-awake";
import { type Player as Playing, usePlayer } from "@/lib/client/player/use-player";
import { useStageLook } from "@/lib/client/room/use-stage-look";
import { useEarlyPicture } from "@/lib/client/watch/use-early-picture";
import { useHostPresence } from "@/lib/client/watch/use-host-presence";
import { useStartReminder } from "@/lib/client/watch/use-start-reminder";
import type { Watching } from "@/lib/client/watch/use-watching";
import { type Curtain, curtainOf } from "@/lib/client/watch/watch-curtain";

type PlayerProps = { watching: Watching; frame: PlayerFrame; onWrite: () => void };

/** Curtains laid over a picture that stays visible; others replace it. */
const overPicture: ReadonlySet<Curtain> = new Set(["reconnecting", "host-away"]);

/** The picture with sound and controls, or the text in its place. */
export function Player({ watching, frame, onWrite }: PlayerProps) {
  const { livestream, stale, scene, room, phase, doubt, retry } = watching;
  const isCard = useStageLook(room, livestream.look).scene !== "show";
  // Behind a card, a host may reload or take a break.
  const hostPresent = useHostPresence(room) || isCard;
  const curtain = curtainOf({ scene, phase, hostPresent });
  const player = usePlayer({ room, onToggleTheatre: frame.onToggleTheatre, onWrite });
  const { awake, handlers, onControlClickCapture } = useAwake();
  const [element, setElement] = useState<HTMLDivElement | null>(null);
  const reminder = useStartReminder(livestream, newsOf(watching));
  const { box, paused } = player;
  const early = useEarlyPicture(room, phase);
  return (
    <div
      ref={(found) => {
        box.current = found;
        setElement(found);
      }}
      {...handlers}
      data-controls={room && (awake || paused) ? "shown" : "hidden"}
      className={classNames(
        "relative size-full overflow-hidden bg-letterbox text-scrim-ink",
        // The height of the visible controls: banner and names move above them.
        "data-[controls=shown]:[--controls:3rem] has-[[role=toolbar]_:focus-visible]:[--controls:3rem] has-[[role=toolbar]_[data-state=open]]:[--controls:3rem]",
        room && !awake && !paused && "cursor-none",
      )}
    >
      <PortalScope container={element}>
        {room ? null : <StandIn livestream={livestream} onMissing={doubt} />}
        <Pictures watching={watching} player={player} curtain={curtain} frame={frame} />
        <div
          // A countdown would be read aloud every second.
          role={curtain === "before" ? undefined : "status"}
          className={classNames(
            "absolute inset-0 z-10 grid place-items-center",
            curtain === null && "pointer-events-none",
            room && overPicture.has(curtain) && "bg-scrim",
          )}
        >
          <CurtainWords
            curtain={curtain}
            livestream={livestream}
            stale={stale}
            embedded={frame.embedded}
            reminder={reminder}
            onRetry={retry}
          />
        </div>
        {early && !isCard && scene.name === "live" && player.quality.chosen !== "none" ? (
          <EarlyPicture />
        ) : null}
        {room && paused && curtain === null ? <Paused onGoOn={player.setPaused} /> : null}
        {room && player.open === "stats" ? (
          <StatsOverlay room={room} box={box} onClose={() => player.setOpen(null)} />
        ) : null}
        {room ? (
          <PlayerControls
            player={player}
            frame={frame}
            awake={awake || paused}
            onClickCapture={onControlClickCapture}
          />
        ) : null}
        <KeysDialog
          embedded={frame.embedded}
          open={player.open === "keys"}
          onOpenChange={(open) => player.setOpen(open ? "keys" : null)}
        />
      </PortalScope>
    </div>
  );
}

function newsOf({ scene, livestream }: Watching): "started" | "cancelled" | null {
  if (scene.name === "live") return "started";
  return livestream.status === "cancelled" ? "cancelled" : null;
}

type PicturesProps = Pick<PlayerProps, "watching" | "frame"> & {
  player: Playing;
  curtain: Curtain;
};

function Pictures({ watching, frame, player, curtain }: PicturesProps) {
  const { room, leaving, livestream } = watching;
  const { sound, paused, quality } = player;
  const audioOnly = quality.chosen === "none";
  return [leaving, room].map((shown) =>
    shown ? (
      // Keyed by identity, so that a change of seat does not remount a running video.
      <RoomContext.Provider key={shown.localParticipant.identity} value={shown}>
        <div
          aria-hidden={shown === leaving || undefined}
          className={classNames("absolute inset-0", shown === leaving && "z-5")}
        >
          <Programme
            show={livestream}
            look={livestream.look}
            pictures={!audioOnly}
            fills={frame.fills ?? false}
            empty={curtain === null ? <NobodyOnStage /> : null}
          />
        </div>
        {shown === room ? (
          <StageAudio look={livestream.look} volume={sound.volume} muted={sound.muted || paused} />
        ) : null}
      </RoomContext.Provider>
    ) : null,
  );
}

function Paused({ onGoOn }: { onGoOn: (paused: boolean) => void }) {
  const t = useTranslations("watch.player");
  return (
    <div className="absolute inset-0 z-10 grid place-items-center bg-scrim">
      <div className="flex flex-col items-center gap-3 px-5 text-center">
        <p role="status">{t("paused")}</p>
        <Button size="lg" onClick={() => onGoOn(false)}>
          <Play aria-hidden="true" />
          {t("watch-on")}
        </Button>
      </div>
    </div>
  );
}

/**
 * The host is connected and sends nothing. Without text, this would look like the viewer's own
 * problem.
 */
function NobodyOnStage() {
  const t = useTranslations("watch");
  return <p className="grid size-full place-items-center px-5 text-center">{t("nobody")}</p>;
}
