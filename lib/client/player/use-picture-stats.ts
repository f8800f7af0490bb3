"use client";

import type { RemoteTrack, Room } from "livekit-client";
import { type RefObject, useEffect, useState } from "react";
import { mainVideo } from "./main-video";
import { type PictureStats, type Sample, sampleOf, statsBetween } from "./picture-stats";

const everyMs = 1000;

/** Reception stats of the main picture in a box, every second; null before the first. */
export function usePictureStats(
  room: Room,
  box: RefObject<HTMLElement | null>,
): PictureStats | null {
  const [stats, setStats] = useState<PictureStats | null>(null);
  useEffect(() => {
    let before: Sample | null = null;
    let shown: RemoteTrack | null = null;
    const clock = frameClock();
    const look = async () => {
      const video = mainVideo(box.current);
      const track = video && trackOn(room, video);
      if (track !== shown) before = null;
      shown = track;
      clock.follow(video);
      const report = await track?.getRTCStatsReport();
      const sample = report ? sampleOf(report.values()) : null;
      setStats(sample && statsBetween(before, sample, clock.shownAfterMs()));
      before = sample;
    };
    void look();
    const timer = setInterval(look, everyMs);
    return () => {
      clearInterval(timer);
      clock.follow(null);
    };
  }, [room, box]);
  return stats;
}

function trackOn(room: Room, video: HTMLVideoElement): RemoteTrack | null {
  for (const { videoTrackPublications } of room.remoteParticipants.values()) {
    for (const { track } of videoTrackPublications.values()) {
      if (track?.attachedElements.includes(video)) return track as RemoteTrack;
    }
  }
  return null;
}

/** The time from arrival to display of a video's newest frame, if the browser reports it. */
function frameClock() {
  let video: HTMLVideoElement | null = null;
  let request = 0;
  let latest: number | null = null;
  const hear = (_now: number, { receiveTime, expectedDisplayTime }: VideoFrameCallbackMetadata) => {
    latest = receiveTime === undefined ? null : expectedDisplayTime - receiveTime;
    if (video) request = video.requestVideoFrameCallback(hear);
  };
  return {
    shownAfterMs: () => latest,
    follow(next: HTMLVideoElement | null) {
      if (next === video) return;
      video?.cancelVideoFrameCallback?.(request);
      video = next;
      latest = null;
      if (video && "requestVideoFrameCallback" in video) {
        request = video.requestVideoFrameCallback(hear);
      }
    },
  };
}
