"use client";

import type { LocalTrackPublication, Room } from "livekit-client";
import { useEffect, useReducer } from "react";
import { noHealth, type SendHealth, sendHealth } from "./send-health";
import { readSending, type SendingSample, sendingStart } from "./sending-stats";

const readEveryMs = 2_000;

/** Upload health of what this browser sends to the room; empty while it sends nothing. */
export function useSendHealth(room: Room | null): SendHealth {
  const [health, tell] = useReducer(sendHealth, noHealth);
  useEffect(() => {
    if (!room) return;
    let left = false;
    const timer = setInterval(async () => {
      const sample = await read(room).catch(() => null);
      if (!left) tell(sample);
    }, readEveryMs);
    return () => {
      left = true;
      clearInterval(timer);
      tell(null);
    };
  }, [room]);
  return health;
}

async function read({ localParticipant }: Room): Promise<SendingSample | null> {
  const sending = [...localParticipant.trackPublications.values()].filter(isSending);
  if (sending.length === 0) return null;
  const reports = await Promise.all(sending.map(({ track }) => track?.getRTCStatsReport()));
  return readSending(reports, sendingStart);
}

const isSending = ({ track, isMuted }: LocalTrackPublication) => Boolean(track) && !isMuted;
