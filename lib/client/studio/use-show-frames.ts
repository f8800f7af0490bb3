"use client";

import { type Room, Track } from "livekit-client";
import { useEffect } from "react";
import { drawSmaller } from "@/lib/client/browser/draw-smaller";
import { upload } from "@/lib/client/server-api/api";
import { canvas, fitted } from "@/lib/client/stage/stage-layout";
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
  const source = drawnProgramme();
  if (!source) return;
  const { width, height } = source;
  const draw = (quality: number) =>
    drawSmaller({ source, width, height }, { width: widthMax, height: widthMax, quality });
  const fine = await draw(0.75);
  const body = fine.size <= wantedBytes ? fine : await draw(0.45);
  await upload<typeof putFrame>("PUT", "/livestreams/{mint}/frame", { params: { mint }, body });
}

/** The pictures of the programme as they are arranged; null if none moves. */
function drawnProgramme(): HTMLCanvasElement | null {
  const frame = document.querySelector("[data-programme]:not([data-next] *)");
  const whole = frame?.getBoundingClientRect();
  const videos = [...(frame?.querySelectorAll("video") ?? [])]
    .filter(
      ({ videoWidth, readyState }) =>
        videoWidth > 1 && readyState >= HTMLMediaElement.HAVE_CURRENT_DATA,
    )
    .toSorted((a, b) => heightOf(a) - heightOf(b));
  const drawn = document.createElement("canvas");
  drawn.width = widthMax;
  drawn.height = Math.round((widthMax * canvas.height) / canvas.width);
  const pen = drawn.getContext("2d");
  if (!whole?.width || videos.length === 0 || !pen) return null;
  const scale = widthMax / whole.width;
  pen.fillRect(0, 0, drawn.width, drawn.height);
  for (const video of videos) {
    const box = video.getBoundingClientRect();
    const tile = {
      x: (box.x - whole.x) * scale,
      y: (box.y - whole.y) * scale,
      width: box.width * scale,
      height: box.height * scale,
    };
    const { from, to } = fitted(tile, video, getComputedStyle(video).objectFit === "cover");
    pen.drawImage(
      video,
      ...([from.x, from.y, from.width, from.height] as const),
      ...([to.x, to.y, to.width, to.height] as const),
    );
  }
  return drawn;
}

/** What lies over others is drawn after them. */
const heightOf = (video: HTMLVideoElement): number => {
  const figure = video.closest("figure");
  return Number(figure && getComputedStyle(figure).zIndex) || 0;
};
