"use client";

import { useRoomContext } from "@livekit/components-react";
import {
  AudioPresets,
  type LocalParticipant,
  RoomEvent,
  ScreenSharePresets,
  Track,
  type TrackPublication,
} from "livekit-client";
import { useEffect, useRef, useState } from "react";
import { toast } from "@/lib/client/browser/toast";
import { say } from "@/lib/client/server-api/say";
import { fileTrackName } from "./file-rules";
import { SharedFile } from "./shared-file";

export type FileShare = {
  /** In the show now. */
  file: SharedFile | null;
  /** While it is opened and published. */
  busy: boolean;
  /** Puts a file into the show, in place of a shared screen or another file. */
  share: (file: File) => Promise<"done" | "unplayable" | "failed">;
  remove: () => void;
};

/** A file of this person in the surrounding room's show. It ends when they leave the stage. */
export function useFileShare(): FileShare {
  const room = useRoomContext();
  const [file, setFile] = useState<SharedFile | null>(null);
  const [busy, setBusy] = useState(false);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    return () => {
      left.current = true;
    };
  }, []);

  useEffect(() => {
    if (!file) return;
    const end = () => setFile(null);
    // LiveKit stops a track that leaves the show, but not one that it publishes again.
    const look = () => {
      if (file.picture.readyState === "ended") end();
    };
    // A host muted it.
    const muted = ({ trackName }: TrackPublication, { isLocal }: { isLocal: boolean }) => {
      if (!isLocal || trackName !== fileTrackName) return;
      end();
      toast.problem(say("stage.file.removed", { name: file.name }), { id: "file" });
    };
    look();
    room.on(RoomEvent.LocalTrackUnpublished, look);
    room.on(RoomEvent.TrackMuted, muted);
    room.on(RoomEvent.Disconnected, end);
    return () => {
      room.off(RoomEvent.LocalTrackUnpublished, look);
      room.off(RoomEvent.TrackMuted, muted);
      room.off(RoomEvent.Disconnected, end);
      file.close();
      void withdraw(room.localParticipant, file);
    };
  }, [room, file]);

  async function share(chosen: File): ReturnType<FileShare["share"]> {
    if (busy) return "done";
    setBusy(true);
    let opened: SharedFile | null = null;
    try {
      opened = await SharedFile.open(chosen, room.getActiveDevice("audiooutput"));
      await room.localParticipant.setScreenShareEnabled(false);
      await publish(room.localParticipant, opened);
      if (left.current) throw new Error("the person has left the stage");
      setFile(opened);
      await opened.play();
      return "done";
    } catch {
      if (opened) await discard(room.localParticipant, opened);
      return opened ? "failed" : "unplayable";
    } finally {
      setBusy(false);
    }
  }

  return { file, busy, share, remove: () => setFile(null) };
}

async function publish(local: LocalParticipant, { picture, sound }: SharedFile): Promise<void> {
  const name = fileTrackName;
  await local.publishTrack(picture, {
    name,
    source: Track.Source.ScreenShare,
    screenShareEncoding: ScreenSharePresets.h1080fps30.encoding,
    degradationPreference: "balanced",
  });
  if (!sound) return;
  await local.publishTrack(sound, {
    name,
    source: Track.Source.ScreenShareAudio,
    audioPreset: AudioPresets.musicHighQualityStereo,
    forceStereo: true,
  });
}

async function discard(local: LocalParticipant, file: SharedFile): Promise<void> {
  file.close();
  await withdraw(local, file);
}

async function withdraw(local: LocalParticipant, { picture, sound }: SharedFile): Promise<void> {
  const sent = [...local.trackPublications.values()].flatMap(({ track }) => (track ? [track] : []));
  const own = sent.filter(({ mediaStreamTrack: media }) => media === picture || media === sound);
  await Promise.allSettled(own.map((track) => local.unpublishTrack(track)));
}
