"use client";

import { RoomContext } from "@livekit/components-react";
import type { Room } from "livekit-client";
import { useState } from "react";
import { Stage } from "@/components/stage/stage";
import { StageAudio } from "@/components/stage/stage-audio";
import { Switch } from "@/components/ui/switch";

/** What is on while the guest waits: small, and silent until they want to hear it. */
export function ShowMeanwhile({ room }: { room: Room }) {
  const [listening, setListening] = useState(false);
  return (
    <RoomContext.Provider value={room}>
      <section aria-label="The show now" className="mt-6 border-t border-line pt-3">
        <Switch label="Listen to the show" checked={listening} onCheckedChange={setListening} />
        <div className="relative mt-1 aspect-video overflow-hidden rounded">
          <Stage empty={<NobodyYet />} />
          {listening ? <StageAudio /> : null}
        </div>
      </section>
    </RoomContext.Provider>
  );
}

function NobodyYet() {
  return (
    <p className="grid size-full place-items-center text-scrim-ink">Nobody is on stage just now.</p>
  );
}
