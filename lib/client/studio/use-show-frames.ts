"use client";

import { type Room, Track } from "livekit-client";
import { useEffect } from "react";
import { drawSmaller } from "@/lib/client/browser/draw-smaller";
import { upload } from "@/lib/client/server-api/api";
import { paintProgramme } from "@/lib/client/stage/paint-programme";
import { canvas } from "@/lib/client/stage/stage-layout";
import type { putFrame } from "@/lib/contracts/pictures";

/**
 * Bandwidth in the first seconds on air is for the live picture: that is when the audience arrives.
 */
const firstAfterMs = 10_000;
const everyMs = 60_000;
const widthMax = 640;
const wantedBytes = 60_000;

/**
 * Uploads a still of the show at intervals, for places without live video. `room` is set only on
 * air.
 */
export function useShowFrames(mint: string, room: Room | null): void {
  useEffect(() => {
    if (!room) return;
    const send = () => {
      const seen = document.visibilityState === "visible" && navigator.onLine;
      if (!seen || !speaksForTheShow(room)) return;
      // A missing picture needs no message: the next one follows in a minute.
      sendFrame(mint).catch(() => undefined);
    };
    const first = setTimeout(send, firstAfterMs);
    const timer = setInterval(send, everyMs);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [mint, room]);
}

/** Of several hosts, the first to join, so that only one uploads stills. */
function speaksForTheShow({ localParticipant, remoteParticipants }: Room): boolean {
  const since = localParticipant.joinedAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return [...remoteParticipants.values()].every(
    ({ attributes, joinedAt, trackPublications }) =>
      attributes.role !== "host" ||
      ![...trackPublications.values()].some(({ kind }) => kind === Track.Kind.Video) ||
      (joinedAt?.getTime() ?? 0) > since,
  );
}

async function sendFrame(mint: string): Promise<void> {
  const frame = document.querySelector<HTMLElement>("[data-programme]:not([data-next] *)");
  const source = document.createElement("canvas");
  source.width = widthMax;
  source.height = Math.round((widthMax * canvas.height) / canvas.width);
  if (!frame || !(await paintProgramme(frame, source))) return;
  const { width, height } = source;
  const draw = (quality: number) =>
    drawSmaller({ source, width, height }, { width: widthMax, height: widthMax, quality });
  const fine = await draw(0.75);
  const body = fine.size <= wantedBytes ? fine : await draw(0.45);
  await upload<typeof putFrame>("PUT", "/livestreams/{mint}/frame", { params: { mint }, body });
}
