"use client";

import { useState } from "react";
import type { Livestream } from "@/lib/contracts/livestreams";

type StandInProps = {
  livestream: Pick<Livestream, "status" | "cover" | "frame">;
  /** The picture could not be loaded, and is not shown. */
  onMissing: () => void;
};

/**
 * A still behind the text while there is no picture: a live show's last frame, otherwise its cover.
 */
export function StandIn({ livestream: { status, cover, frame }, onMissing }: StandInProps) {
  const [missing, setMissing] = useState<string | null>(null);
  const source = status === "live" ? (frame ?? cover) : (cover ?? frame);
  if (!source || source === missing) return null;
  return (
    <>
      <img
        src={source}
        alt=""
        fetchPriority="high"
        onError={() => {
          setMissing(source);
          onMissing();
        }}
        className="absolute inset-0 size-full object-contain"
      />
      <div className="absolute inset-0 bg-scrim" />
    </>
  );
}
