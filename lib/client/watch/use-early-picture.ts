"use client";

import { type RemoteTrack, type Room, TrackEvent } from "livekit-client";
import { useEffect, useState } from "react";
import { whenFrameIsSeen } from "@/lib/client/room/frame-seen";
import type { RoomPhase } from "@/lib/client/room/use-show-room";
import { documentIds } from "@/lib/watch-document";

/** Well within this, the stage shows the same tracks, or shows something else. */
const overlapMs = 1500;

type Early = { track: RemoteTrack; video: HTMLVideoElement };

/** Whether the document's videos still stand in for the stage's own. */
export function useEarlyPicture(room: Room | null, phase: RoomPhase["name"]): boolean {
  const [stands, setStands] = useState(true);
  const connecting = phase === "idle" || phase === "connecting";

  useEffect(() => {
    if (connecting) return;
    const early = phase === "connected" && room ? earlyIn(room) : [];
    if (early.length === 0) return setStands(false);
    const leave = () => {
      for (const { track, video } of early) track.detach(video);
      setStands(false);
    };
    const awaited = new Set(early.map(({ track }) => track));
    const stops = early.map((each) =>
      whenSeenElsewhere(each, () => {
        awaited.delete(each.track);
        if (awaited.size === 0) leave();
      }),
    );
    const timer = setTimeout(leave, overlapMs);
    return () => {
      for (const stop of stops) stop();
      clearTimeout(timer);
    };
  }, [room, phase, connecting]);

  return stands;
}

/**
 * Calls back once another element shows a frame of the track; returns a function that stops
 * watching.
 */
function whenSeenElsewhere({ track, video }: Early, seen: () => void): () => void {
  const watch = (element: HTMLMediaElement) => {
    if (element instanceof HTMLVideoElement && element !== video) whenFrameIsSeen(element, seen);
  };
  for (const element of track.attachedElements) watch(element);
  track.on(TrackEvent.ElementAttached, watch);
  return () => {
    track.off(TrackEvent.ElementAttached, watch);
  };
}

function earlyIn(room: Room): Early[] {
  const videos = [...document.querySelectorAll<HTMLVideoElement>(`#${documentIds.pictures} video`)];
  const tracks = [...room.remoteParticipants.values()]
    .flatMap(({ videoTrackPublications }) => [...videoTrackPublications.values()])
    .flatMap(({ track }) => (track as RemoteTrack | undefined) ?? []);
  return videos.flatMap((video) => {
    const track = tracks.find(({ attachedElements }) => attachedElements.includes(video));
    return track ? { track, video } : [];
  });
}
