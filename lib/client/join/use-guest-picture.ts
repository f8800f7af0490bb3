"use client";

import type { LocalVideoTrack } from "livekit-client";
import { useEffect } from "react";
import { useRemembered } from "@/lib/client/browser/use-remembered";
import { useBlurState } from "@/lib/client/devices/use-background-blur";
import { showWhileWaiting } from "./guest-picture";

type Waiting = { mint: string; waiting: boolean; camera: LocalVideoTrack | null };

export type GuestPicture = { shown: boolean; show: (shown: boolean) => void };

/** Whether hosts may see this guest while they wait: only if the guest allows it. */
export function useGuestPicture({ mint, waiting, camera }: Waiting): GuestPicture {
  const [shown, show] = useRemembered("guest.picture", isAllowed);
  const { wanted: blurred } = useBlurState();
  useEffect(() => {
    if (!shown || !waiting || !camera) return;
    return showWhileWaiting({ mint, camera, blurred });
  }, [shown, waiting, camera, blurred, mint]);
  return { shown, show };
}

const isAllowed = (kept: unknown) => kept === true;
