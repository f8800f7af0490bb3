"use client";

import { type RefObject, useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { never } from "@/lib/client/browser/never";
import { mainVideo } from "./main-video";

export type PictureInPicture = { state: "impossible" | "off" | "on"; toggle: () => void };

/** Shows the main picture in a floating window, if the browser can. */
export function usePictureInPicture(box: RefObject<HTMLElement | null>): PictureInPicture {
  const possible = useSyncExternalStore(
    never,
    () => document.pictureInPictureEnabled === true,
    () => false,
  );
  const [on, setOn] = useState(false);
  useEffect(() => {
    const element = box.current;
    const look = () => setOn(document.pictureInPictureElement !== null);
    // These events bubble, so one listener covers every tile's video.
    element?.addEventListener("enterpictureinpicture", look);
    element?.addEventListener("leavepictureinpicture", look);
    return () => {
      element?.removeEventListener("enterpictureinpicture", look);
      element?.removeEventListener("leavepictureinpicture", look);
    };
  }, [box]);
  const toggle = useCallback(async () => {
    try {
      if (document.pictureInPictureElement) await document.exitPictureInPicture();
      else await mainVideo(box.current)?.requestPictureInPicture();
    } catch {
      // If the browser refuses, no window opens, and no message is needed.
    }
  }, [box]);
  return { state: possible ? (on ? "on" : "off") : "impossible", toggle };
}
