"use client";

import { type CSSProperties, useLayoutEffect, useRef } from "react";
import styles from "@/components/stage/programme.module.css";
import { classNames } from "@/components/ui/class-names";
import { canvas } from "@/lib/client/stage/stage-layout";
import { takePictures } from "@/lib/client/watch/early-pictures";

const videoLook =
  "absolute inset-0 size-full bg-letterbox object-contain opacity-0 data-showing:opacity-100";

/** Where the document's first script shows the picture, long before React has loaded. */
export function EarlyPicture() {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (place.current) takePictures(place.current, { frame: styles.frame, video: videoLook });
  }, []);
  return (
    <div
      ref={place}
      aria-hidden="true"
      style={{ "--w": canvas.width, "--h": canvas.height } as CSSProperties}
      className={classNames(styles.box, "pointer-events-none absolute inset-0 z-10")}
    />
  );
}
