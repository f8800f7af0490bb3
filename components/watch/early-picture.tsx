"use client";

import { useLayoutEffect, useRef } from "react";
import { takePictures } from "@/lib/client/watch/early-pictures";

const videoLook =
  "absolute inset-0 size-full bg-letterbox object-contain opacity-0 data-showing:opacity-100";

/** Where the document's first script shows the picture, long before React has loaded. */
export function EarlyPicture() {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current) takePictures(place.current, videoLook);
  }, []);
  return (
    <div ref={place} aria-hidden="true" className="pointer-events-none absolute inset-0 z-10" />
  );
}
