"use client";

import { type RefObject, useCallback, useSyncExternalStore } from "react";
import { mainVideo } from "./main-video";

export type FullScreen = { state: "impossible" | "off" | "on"; toggle: () => void };

/** iPhones only allow a video element in full screen, with their own controls. */
type IPhoneVideo = HTMLVideoElement & { webkitEnterFullscreen?: () => void };

const onlyVideos = () =>
  !document.fullscreenEnabled && "webkitEnterFullscreen" in HTMLVideoElement.prototype;

function stateNow(): FullScreen["state"] {
  if (document.fullscreenElement) return "on";
  return document.fullscreenEnabled || onlyVideos() ? "off" : "impossible";
}

function subscribe(changed: () => void): () => void {
  document.addEventListener("fullscreenchange", changed);
  return () => document.removeEventListener("fullscreenchange", changed);
}

/** Shows an element in full screen; on an iPhone, its main video. */
export function useFullScreen(element: RefObject<HTMLElement | null>): FullScreen {
  const state = useSyncExternalStore<FullScreen["state"]>(subscribe, stateNow, () => "impossible");
  const toggle = useCallback(() => {
    if (onlyVideos()) {
      const video: IPhoneVideo | null = mainVideo(element.current);
      return void video?.webkitEnterFullscreen?.();
    }
    const change = document.fullscreenElement
      ? document.exitFullscreen()
      : element.current?.requestFullscreen();
    // If the browser refuses, the picture stays as it is, and no message is needed.
    change?.catch(() => undefined);
  }, [element]);
  return { state, toggle };
}
