"use client";

import { type LocalParticipant, type Room, RoomEvent, Track } from "livekit-client";
import { useCallback, useEffect, useRef, useState } from "react";
import { recall, remember } from "@/lib/client/browser/browser-memory";
import { useRoomValue } from "@/lib/client/room/use-room-value";
import { call } from "@/lib/client/server-api/api";
import type { unfeatureViewer } from "@/lib/contracts/stage";
import type { Watching } from "./use-watching";

export type ViewerStage = {
  /** A host lets this viewer be seen and heard; LiveKit enforces it. */
  onStage: boolean;
  canShareScreen: boolean;
  /**
   * The host who called them on stage, empty if unknown; null in the audience, and once they send
   * something.
   */
  calledBy: string | null;
  /** How the last time on stage ended. */
  ended: "taken-off" | "left" | null;
  /** Returns to the audience. @throws ApiError */
  leave: () => Promise<void>;
  dismiss: () => void;
};

/**
 * A viewer's time on stage, from a host's call to its end. Devices start off; the viewer turns them
 * on.
 */
export function useViewerStage({ livestream, scene, room, phase, move }: Watching): ViewerStage {
  const { mint } = livestream;
  const place = useRoomValue(room, placeChanges, placeIn, "audience");
  const onStage = place !== "audience";
  const [calledBy, setCalledBy] = useState<string | null>(null);
  const [ended, setEnded] = useState<ViewerStage["ended"]>(null);
  const stood = useRef<Room | null>(null);
  const leaving = useRef(false);

  useEffect(() => {
    if (onStage && room) {
      stood.current = room;
      leaving.current = false;
      remember("tab", wasOnStage(mint), "yes");
      setCalledBy(hostOf(room));
      setEnded(null);
      const answered = () => setCalledBy(null);
      const named = () => setCalledBy((before) => (before === null ? null : hostOf(room)));
      room.on(RoomEvent.LocalTrackPublished, answered);
      room.on(RoomEvent.ParticipantAttributesChanged, named);
      return () => {
        room.off(RoomEvent.ParticipantAttributesChanged, named);
        room.off(RoomEvent.LocalTrackPublished, answered);
        void withdraw(room.localParticipant);
      };
    }
    setCalledBy(null);
    // Another room, or none, means a lost connection or the end of the show, not a removal from the
    // stage.
    if (room && stood.current === room) {
      remember("tab", wasOnStage(mint), null);
      setEnded(leaving.current ? "left" : "taken-off");
    }
    stood.current = null;
  }, [room, onStage, mint]);

  // Pages start hidden, and nobody is on stage while hidden: a viewer who was on stage before a
  // reload becomes visible again.
  const seatedHidden = scene.name === "live" && scene.seat === "hidden" && phase === "connected";
  useEffect(() => {
    if (!seatedHidden || !recall("tab", wasOnStage(mint))) return;
    remember("tab", wasOnStage(mint), null);
    move("visible");
  }, [seatedHidden, mint, move]);

  const leave = useCallback(async () => {
    if (!room) return;
    leaving.current = true;
    try {
      await call<typeof unfeatureViewer>("DELETE", "/livestreams/{mint}/stage/{identity}", {
        params: { mint, identity: room.localParticipant.identity },
      });
    } catch (error) {
      leaving.current = false;
      throw error;
    }
  }, [mint, room]);

  const dismiss = useCallback(() => setEnded(null), []);
  return {
    onStage,
    canShareScreen: place === "stage-and-screen",
    calledBy,
    ended,
    leave,
    dismiss,
  };
}

const wasOnStage = (mint: string) => `viewer-on-stage.${mint}`;

type Place = "audience" | "stage" | "stage-and-screen";

const placeChanges = [
  RoomEvent.ParticipantPermissionsChanged,
  RoomEvent.ConnectionStateChanged,
] as const;

function placeIn({ localParticipant: { permissions } }: Room): Place {
  if (!permissions?.canPublish || permissions.hidden) return "audience";
  const sources = permissions.canPublishSources;
  // LiveKit treats an empty list as every source.
  const all = sources.length === 0;
  const screen = Track.sourceToProto(Track.Source.ScreenShare);
  return all || sources.includes(screen) ? "stage-and-screen" : "stage";
}

/** The host named by the server, otherwise the only host in the room. */
function hostOf(room: Room): string {
  const { calledBy } = room.localParticipant.attributes;
  if (calledBy) return calledBy;
  const hosts = [...room.remoteParticipants.values()].filter(
    ({ attributes }) => attributes.role === "host",
  );
  return (hosts.length === 1 && hosts[0]?.name) || "";
}

/**
 * Turns camera, microphone and screen off, including their lights: LiveKit only unpublishes them.
 */
async function withdraw(local: LocalParticipant): Promise<void> {
  const tracks = [...local.trackPublications.values()].flatMap(({ track }) =>
    track ? [track] : [],
  );
  await Promise.allSettled(tracks.map((track) => local.unpublishTrack(track, true)));
  for (const track of tracks) track.stop();
}
