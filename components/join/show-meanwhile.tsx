"use client";

import { RoomContext } from "@livekit/components-react";
import type { Room } from "livekit-client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Programme, type ProgrammeShow } from "@/components/stage/programme";
import { StageAudio } from "@/components/stage/stage-audio";
import { Switch } from "@/components/ui/switch";
import { useMayReceive } from "@/lib/client/room/use-may-receive";
import { useStage } from "@/lib/client/stage/use-stage";
import type { StageLook } from "@/lib/contracts/look";

type ShowMeanwhileProps = { room: Room; show: ProgrammeShow; look: StageLook | undefined };

/** The live show while the guest waits: small, and muted until they turn the sound on. */
export function ShowMeanwhile({ room, ...show }: ShowMeanwhileProps) {
  return (
    <RoomContext.Provider value={room}>
      <SmallStage {...show} />
    </RoomContext.Provider>
  );
}

function SmallStage({ show, look }: Omit<ShowMeanwhileProps, "room">) {
  const t = useTranslations("join");
  const [listening, setListening] = useState(false);
  const stage = useStage();
  const mayReceive = useMayReceive();
  // Before the show, the stage is being prepared and not for guests to see.
  if (stage.length === 0 || !mayReceive) return null;
  return (
    <section aria-label={t("show-now")} className="mt-5 border-t border-line pt-3">
      <Switch label={t("listen")} checked={listening} onCheckedChange={setListening} />
      <div className="relative mt-1 aspect-video overflow-hidden rounded">
        <Programme show={show} look={look} />
        {listening ? <StageAudio look={look} /> : null}
      </div>
    </section>
  );
}
