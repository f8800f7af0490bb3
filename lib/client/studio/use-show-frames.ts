"use client";

import { type Room, Track } from "livekit-client";
import { useEffect } from "react";
import { drawSmaller } from "@/lib/client/browser/draw-smaller";
import { upload } from "@/lib/client/server-api/api";
import type { putFrame } from "@/lib/contracts/pictures";

/** The first seconds on air are for the picture itself: that is when the audience comes. */
const firstAfterMs = 10_000;
const everyMs = 60_000;
const widthMax = 640;
const wantedBytes = 60_000;

/** Sends what the show looks like now and then, for where no picture moves yet; `room` only on air. */
export function useShowFrames(mint: string, room: Room | null): void {
  useEffect(() => {
    if (!room) return;
    const send = () => {
      const seen = document.visibilityState === "visible" && navigator.onLine;
      if (!seen || !speaksForTheShow(room)) return;
      // The next one comes in a minute: nobody is to be told of a picture that is missing.
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

/** Of several hosts, whoever came first, so that one picture is sent and not several. */
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
  const video = largestVideo();
  if (!video) return;
  const { videoWidth: width, videoHeight: height } = video;
  const draw = (quality: number) =>
    drawSmaller({ source: video, width, height }, { width: widthMax, height: widthMax, quality });
  const fine = await draw(0.75);
  const body = fine.size <= wantedBytes ? fine : await draw(0.45);
  await upload<typeof putFrame>("PUT", "/livestreams/{mint}/frame", { params: { mint }, body });
}

/** What the eye goes to on the stage: the largest picture there. */
function largestVideo(): HTMLVideoElement | null {
  const shown = [...document.querySelectorAll<HTMLVideoElement>("main video")].filter(
    ({ videoWidth, readyState }) =>
      videoWidth > 1 && readyState >= HTMLMediaElement.HAVE_CURRENT_DATA,
  );
  const area = ({ clientWidth, clientHeight }: HTMLVideoElement) => clientWidth * clientHeight;
  return shown.toSorted((a, b) => area(b) - area(a))[0] ?? null;
}
