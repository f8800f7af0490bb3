"use client";

import { RemoteTrackPublication, type Room, RoomEvent, Track, VideoQuality } from "livekit-client";
import { useEffect } from "react";
import { useRemembered } from "@/lib/client/browser/use-remembered";
import { type Quality, qualityFrom } from "@/lib/client/room/picture-quality";
import { useRoomValue } from "@/lib/client/room/use-room-value";
import { type Layer, layersOf } from "./picture-layers";

export type PictureQuality = {
  chosen: Quality;
  choose: (quality: Quality) => void;
  /** Empty while there is nothing to choose from. */
  layers: Layer[];
};

const changes = [
  RoomEvent.TrackSubscribed,
  RoomEvent.TrackUnsubscribed,
  RoomEvent.TrackPublished,
  RoomEvent.TrackUnpublished,
  RoomEvent.ConnectionStateChanged,
] as const;

const caps = {
  auto: VideoQuality.HIGH,
  high: VideoQuality.HIGH,
  medium: VideoQuality.MEDIUM,
  low: VideoQuality.LOW,
};

/**
 * The maximum picture quality, remembered across visits. LiveKit automatically goes lower for small
 * windows or slow connections, so "auto" is the highest. "none" is implemented by the stage: a
 * track without an element is not sent.
 */
export function useQuality(room: Room | null): PictureQuality {
  const [chosen, choose] = useRemembered("player.quality", qualityFrom);
  // A string, because a snapshot must compare equal until something changes.
  const announced = useRoomValue(room, changes, announcedIn, "[]");
  useEffect(() => {
    if (!room || chosen === "none") return;
    const apply = () => {
      for (const publication of picturesOf(room)) {
        if (publication.isSubscribed) publication.setVideoQuality(caps[chosen]);
      }
    };
    apply();
    room.on(RoomEvent.TrackSubscribed, apply);
    return () => {
      room.off(RoomEvent.TrackSubscribed, apply);
    };
  }, [room, chosen]);
  return { chosen, choose, layers: layersOf(JSON.parse(announced)) };
}

const picturesOf = (room: Room): RemoteTrackPublication[] =>
  [...room.remoteParticipants.values()].flatMap(({ videoTrackPublications }) =>
    [...videoTrackPublications.values()].filter(
      (publication) => publication instanceof RemoteTrackPublication,
    ),
  );

/** The layers of a shared screen if there is one, otherwise of a face, in the stage's order. */
function announcedIn(room: Room): string {
  const pictures = picturesOf(room);
  const screen = pictures.find(({ source }) => source === Track.Source.ScreenShare);
  const layers = (screen ?? pictures[0])?.trackInfo?.layers ?? [];
  return JSON.stringify(layers.map(({ quality, width, height }) => ({ quality, width, height })));
}
