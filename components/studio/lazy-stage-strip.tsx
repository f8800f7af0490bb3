"use client";

import dynamic from "next/dynamic";

/** Loaded once the show is prepared: nothing of it is needed to go live. */
export const StageStrip = dynamic(() =>
  import("@/components/studio/stage-strip").then((module) => module.StageStrip),
);
