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
  /** Empty while there is nothing to choose between. */
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
 * How good the picture may be at most, kept over visits. LiveKit goes lower by itself for a small
 * window or a narrow line, so "auto" is the highest. "none" is the stage's to do: a track that no
 * element shows is not sent.
 */
export function useQuality(room: Room | null): PictureQuality {
  const [chosen, choose] = useRemembered("player.quality", qualityFrom);
  // As text, since a snapshot must be equal to itself until something changes.
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

/** Of a screen before a face, as the stage shows them. */
function announcedIn(room: Room): string {
  const pictures = picturesOf(room);
  const screen = pictures.find(({ source }) => source === Track.Source.ScreenShare);
  const layers = (screen ?? pictures[0])?.trackInfo?.layers ?? [];
  return JSON.stringify(layers.map(({ quality, width, height }) => ({ quality, width, height })));
}
