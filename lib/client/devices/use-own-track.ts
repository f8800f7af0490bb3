"use client";

import { useMaybeRoomContext } from "@livekit/components-react";
import { useCallback, useRef, useSyncExternalStore } from "react";
import type { DeviceKind } from "@/lib/client/devices/device-problem";
import { noOwnTrack, type OwnTrack, onOwnTrackChange, readOwnTrack } from "./own-track";

/** The camera or microphone this person sends to the surrounding room. */
export function useOwnTrack(kind: DeviceKind): OwnTrack {
  const room = useMaybeRoomContext();
  const last = useRef(noOwnTrack);
  const subscribe = useCallback(
    (changed: () => void) => (room ? onOwnTrackChange(room, kind, changed) : () => undefined),
    [room, kind],
  );
  // Returns the same object until one of its values changes.
  const read = () => {
    const now = room ? readOwnTrack(room, kind) : noOwnTrack;
    if (!isSame(last.current, now)) last.current = now;
    return last.current;
  };
  return useSyncExternalStore(subscribe, read, () => noOwnTrack);
}

const fields = Object.keys(noOwnTrack) as (keyof OwnTrack)[];

const isSame = (one: OwnTrack, other: OwnTrack) => fields.every((key) => one[key] === other[key]);
