"use client";

import { RoomContext } from "@livekit/components-react";
import { useRef, useState } from "react";
import { Stage } from "@/components/stage/stage";
import { StageAudio } from "@/components/stage/stage-audio";
import { classNames } from "@/components/ui/class-names";
import { CurtainWords } from "@/components/watch/curtain-words";
import { PlayerControls } from "@/components/watch/player-controls";
import { useAwake } from "@/lib/client/use-awake";
import { useFullScreen } from "@/lib/client/use-full-screen";
import { useHostPresence } from "@/lib/client/use-host-presence";
import type { Watching } from "@/lib/client/use-watching";
import { type Curtain, curtainOf } from "@/lib/client/watch-curtain";

type PlayerProps = {
  watching: Watching;
  onToggleChat: () => void;
  chatToggleClassName: string | undefined;
};

/** Over a picture that goes on, words lie; without one, they stand in its place. */
const overPicture: ReadonlySet<Curtain> = new Set(["reconnecting", "host-away"]);

/** The picture with its sound and its controls, or the words in its place. */
export function Player({ watching, onToggleChat, chatToggleClassName }: PlayerProps) {
  const { livestream, scene, room, leaving, phase, retry } = watching;
  const curtain = curtainOf({ scene, phase, hostPresent: useHostPresence(room) });
  const box = useRef<HTMLDivElement>(null);
  const fullScreen = useFullScreen(box);
  const { awake, handlers, onControlClickCapture } = useAwake();
  const [sound, setSound] = useState({ volume: 1, muted: false });
  const words = <CurtainWords curtain={curtain} livestream={livestream} onRetry={retry} />;
  return (
    <div
      ref={box}
      {...handlers}
      className={classNames(
        "relative size-full overflow-hidden bg-letterbox text-scrim-ink",
        room && !awake && "cursor-none",
      )}
    >
      {[leaving, room].map((shown) =>
        shown ? (
          // By identity, so that a change of seat takes no running video out of the page.
          <RoomContext.Provider key={shown.localParticipant.identity} value={shown}>
            <div
              aria-hidden={shown === leaving || undefined}
              className={classNames("absolute inset-0", shown === leaving && "z-5")}
            >
              <Stage empty={curtain === null ? <NobodyOnStage /> : null} />
            </div>
            {shown === room ? <StageAudio {...sound} /> : null}
          </RoomContext.Provider>
        ) : null,
      )}
      <div
        role="status"
        className={classNames(
          "absolute inset-0 z-10 grid place-items-center",
          curtain === null && "pointer-events-none",
          room && overPicture.has(curtain) && "bg-scrim",
        )}
      >
        {words}
      </div>
      {room ? (
        <PlayerControls
          awake={awake}
          onClickCapture={onControlClickCapture}
          sound={sound}
          onSound={setSound}
          fullScreen={fullScreen}
          onToggleChat={onToggleChat}
          chatToggleClassName={chatToggleClassName}
        />
      ) : null}
    </div>
  );
}

/** The host is here and sends nothing: without words this looks like a fault of the viewer's own. */
function NobodyOnStage() {
  return (
    <p className="grid size-full place-items-center px-5 text-center">
      Nobody is on stage just now.
    </p>
  );
}
