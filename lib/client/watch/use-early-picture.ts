"use client";

import { type RemoteTrack, type Room, TrackEvent } from "livekit-client";
import { useEffect, useState } from "react";
import { whenFrameIsSeen } from "@/lib/client/room/frame-seen";
import { videoElementId } from "@/lib/client/room/hand-over";
import type { RoomPhase } from "@/lib/client/room/use-show-room";

/** The stage shows the same track well within this, or shows something else. */
const overlapMs = 1500;

/** Whether the video that the page came with still stands in for the stage's own. */
export function useEarlyPicture(room: Room | null, phase: RoomPhase["name"]): boolean {
  const [stands, setStands] = useState(true);
  const connecting = phase === "idle" || phase === "connecting";

  useEffect(() => {
    if (connecting) return;
    const video = document.getElementById(videoElementId);
    const track = phase === "connected" && room ? trackIn(room, video) : undefined;
    if (!track || !(video instanceof HTMLVideoElement)) return setStands(false);
    const leave = () => {
      track.detach(video);
      setStands(false);
    };
    const watch = (element: HTMLMediaElement) => {
      if (element instanceof HTMLVideoElement && element !== video) whenFrameIsSeen(element, leave);
    };
    for (const element of track.attachedElements) watch(element);
    track.on(TrackEvent.ElementAttached, watch);
    const timer = setTimeout(leave, overlapMs);
    return () => {
      track.off(TrackEvent.ElementAttached, watch);
      clearTimeout(timer);
    };
  }, [room, phase, connecting]);

  return stands;
}

const trackIn = (room: Room, video: HTMLElement | null): RemoteTrack | undefined =>
  [...room.remoteParticipants.values()]
    .flatMap(({ videoTrackPublications }) => [...videoTrackPublications.values()])
    .map(({ track }) => track as RemoteTrack | undefined)
    .find((track) => track?.attachedElements.some((element) => element === video));
